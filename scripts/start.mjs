// `npm start`: installs what is missing, builds what is stale, then hands over to the pinned Node.
import { spawn } from 'node:child_process'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureRuntimeBuild } from './setup/runtime-build.mjs'
import { root, tool } from './setup/tools.mjs'
import { speakFor } from './setup/voice.mjs'

await speakFor(async () => {
  await ensureDependencies()
  await ensureRuntimeBuild()
  // The channel tells the other side when this process is killed without a chance to say so.
  const child = spawn(tool('node'), ['scripts/start/main.ts'], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
})
