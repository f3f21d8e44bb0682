/** The server as a process of its own, as the launcher starts it, so that it can be killed. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const readySchema = z.object({
  type: z.literal('ready'),
  url: z.string(),
  localUrl: z.string(),
  setupUrl: z.string().nullable(),
  seed: z.object({ needed: z.boolean(), apiKey: z.string().nullable() }),
})

export interface ServerProcess {
  child: ChildProcess
  ready: z.infer<typeof readySchema>
  output(): string
  /** Resolves with the exit code, null after a signal. */
  exited: Promise<number | null>
}

export interface FailedStart {
  exitCode: number | null
  output: string
}

const entry = fileURLToPath(new URL('../main.ts', import.meta.url))

export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const started = await tryStartServerProcess(environment)
  if ('child' in started) return started
  throw new Error(`the server did not start (${started.exitCode}): ${started.output}`)
}

export async function tryStartServerProcess(environment: Record<string, string>): Promise<ServerProcess | FailedStart> {
  const child = fork(entry, [], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: join(tmpdir(), 'banyan-compile-cache'),
      BANYAN_LOG_LEVEL: 'warn',
      PORT: '0',
      HOST: '127.0.0.1',
      ...environment,
    },
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  // Not the event `close`: it never comes once this side has closed the channel.
  const outputEnded = [child.stdout, child.stderr].flatMap((stream) => (stream ? [finished(stream)] : []))
  const exited = once(child, 'exit').then(async ([code]): Promise<number | null> => {
    await Promise.all(outputEnded)
    return typeof code === 'number' ? code : null
  })
  const message = once(child, 'message').then(([value]) => readySchema.parse(value))
  const first = await Promise.race([message, exited])
  if (typeof first === 'object' && first !== null) return { child, ready: first, output: () => output, exited }
  return { exitCode: first, output }
}
