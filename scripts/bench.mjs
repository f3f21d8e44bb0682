// `npm run bench`: set-up, then the benchmark under the pinned Node. Options go on to it: `npm run bench -- --rounds 3 --dry-run`. `--server` measures the server instead.
import { ensureChromium } from './setup/chromium.mjs'
import { run } from './setup/command.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureRuntimeBuild } from './setup/runtime-build.mjs'
import { tool } from './setup/tools.mjs'
import { speakFor } from './setup/voice.mjs'

await speakFor(async () => {
  const chromium = await ensureChromium()
  await ensureDependencies()
  await ensureRuntimeBuild()
  const env = { ...process.env, BANYAN_CHROMIUM: chromium }
  const [first, ...rest] = process.argv.slice(2)
  const command =
    first === '--server' ? ['bench/src/server-main.ts', ...rest] : ['bench/src/main.ts', ...process.argv.slice(2)]
  process.exitCode = await run([tool('node'), ...command], { env })
})
