// `npm start`: installs what is missing, builds what is stale, then hands over to the pinned Node.
import { spawn } from 'node:child_process'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureConsoleBuild } from './setup/console-build.mjs'
import { ensureRuntimeBuild } from './setup/runtime-build.mjs'
import { root, tool } from './setup/tools.mjs'
import { speakFor } from './setup/voice.mjs'

await speakFor(async () => {
  await ensureDependencies()
  await ensureRuntimeBuild()
  await ensureConsoleBuild()
  // The channel tells the other side when this process is killed without a chance to say so.
  const child = spawn(tool('node'), ['scripts/start/main.ts'], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  let isStopping = false
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stop(signal))
  }
  stopWithNpm(() => stop('SIGTERM'))
  // Ended by the signal itself, it had not begun anything that needs an orderly end.
  child.on('exit', (code) => process.exit(code ?? (isStopping ? 0 : 1)))

  /** @param {NodeJS.Signals} signal */
  function stop(signal) {
    isStopping = true
    child.kill(signal)
  }
})

/**
 * A killed npm tells nobody. Started without npm, the platform may well outlive the shell that started it.
 *
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const npm = process.ppid
  setInterval(() => {
    if (process.ppid !== npm) stop()
  }, 500).unref()
}
