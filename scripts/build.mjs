// `npm run build`: installs what is missing and builds the browser files of runtime and console when they are stale.
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureConsoleBuild } from './setup/console-build.mjs'
import { ensureRuntimeBuild } from './setup/runtime-build.mjs'
import { speakFor } from './setup/voice.mjs'

await speakFor(async () => {
  await ensureDependencies()
  await ensureRuntimeBuild()
  await ensureConsoleBuild()
})
