/** The server as a child process: it says when it is ready, is asked to drain, and never outlives its parent. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface ReadyMessage {
  readonly type: 'ready'
  readonly url: string
  /** Where this machine reaches the server, whatever PUBLIC_URL says. */
  readonly localUrl: string
  /** The owner's one-time link; null once somebody has used it. */
  readonly setupUrl: string | null
  readonly seed: { readonly needed: boolean; readonly apiKey: string | null }
}

export interface ServerProcess {
  /** Undefined when the server ended before it was ready; it has said why. */
  readonly ready: Promise<ReadyMessage | undefined>
  readonly exitCode: Promise<number>
  reportSeeded(): void
  /** Asks it to finish what is under way and to stop. Asking twice is asking once. */
  drain(): void
}

const main = join(import.meta.dirname, '..', '..', 'packages', 'server', 'src', 'main.ts')

export function startServer(environment: Readonly<Record<string, string>> = {}): ServerProcess {
  // A group of its own: Ctrl-C in a terminal reaches every process of the group, and the server would be asked twice.
  const env = { ...process.env, BANYAN_LOG_LEVEL: process.env['BANYAN_LOG_LEVEL'] || 'warn', ...environment }
  const child = spawn(process.execPath, [main], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  let isDraining = false
  // Ended by our own signal, it had not begun anything that needs an orderly end.
  const exitCode = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : isDraining ? 0 : 1))
  return {
    ready: Promise.race([waitForReady(child), exitCode.then(() => undefined)]),
    exitCode,
    reportSeeded: () => void child.send({ type: 'seeded' }),
    drain() {
      if (isDraining) return
      isDraining = true
      child.kill('SIGTERM')
    },
  }
}

async function waitForReady(child: ChildProcess): Promise<ReadyMessage> {
  return new Promise((resolve) => {
    child.on('message', (message: unknown) => {
      if (isReady(message)) resolve(message)
    })
  })
}

function isReady(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'
}
