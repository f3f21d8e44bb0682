// `npm run conformance`: set-up, then the conformance suite under the pinned Node. conformance/README.md describes the options.
import { run } from './setup/command.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureEngines } from './setup/engines.mjs'
import { tool } from './setup/tools.mjs'
import { speakFor } from './setup/voice.mjs'

await speakFor(async () => {
  const args = process.argv.slice(2)
  const named = args.flatMap((arg, index) =>
    arg === '--engine' ? [args[index + 1] ?? ''] : arg.startsWith('--engine=') ? [arg.slice('--engine='.length)] : [],
  )
  await ensureDependencies()
  if (!args.includes('--list')) await ensureEngines(named)
  process.exitCode = await run([tool('node'), 'conformance/run/main.ts', ...args])
})
