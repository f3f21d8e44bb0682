// `npm run conformance`: set-up, then the conformance suite under the pinned Node. conformance/README.md describes the options.
// `--frameworks` runs apps of other frameworks instead, built by their own commands; `--looks` compares pictures of the components.
import { ensureChromium } from './setup/chromium.mjs'
import { run } from './setup/command.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureEngines } from './setup/engines.mjs'
import { tool } from './setup/tools.mjs'
import { speakFor } from './setup/voice.mjs'

await speakFor(async () => {
  const args = process.argv.slice(2)
  if (args.includes('--frameworks')) {
    const files = args.filter((arg) => arg !== '--frameworks')
    await ensureDependencies()
    const env = { ...process.env, BANYAN_CHROMIUM: await ensureChromium() }
    process.exitCode = await run([tool('node'), tool('vitest'), 'run', '--project', 'frameworks', ...files], { env })
    return
  }
  if (args.includes('--looks')) {
    await ensureDependencies()
    await ensureEngines(['chromium'])
    const rest = args.filter((arg) => arg !== '--looks')
    process.exitCode = await run([tool('node'), 'conformance/run/looks.ts', ...rest])
    return
  }
  const named = args.flatMap((arg, index) =>
    arg === '--engine' ? [args[index + 1] ?? ''] : arg.startsWith('--engine=') ? [arg.slice('--engine='.length)] : [],
  )
  await ensureDependencies()
  if (!args.includes('--list')) await ensureEngines(named)
  process.exitCode = await run([tool('node'), 'conformance/run/main.ts', ...args])
})
