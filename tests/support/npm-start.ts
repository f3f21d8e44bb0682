/** `npm start` as a person types it, with what it prints. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export interface NpmStart {
  readonly process: ChildProcess
  /** Everything printed so far. */
  output(): string
  /** Resolves with what stands after `label` in the list that a ready platform prints. */
  ready(): Promise<{
    portalUrl: string
    consoleUrl: string
    appUrl: string
    setupUrl: string | undefined
    afterMs: number
  }>
  /** Resolves when the text has been printed; rejects when the process ends before. */
  printed(text: string): Promise<void>
  /** Sends the signal when one is given, and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

export function npmStart(environment: Readonly<Record<string, string>>): NpmStart {
  const startedAt = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, PORT: '0', BANYAN_LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a test can kill all of it at once.
    detached: true,
  })
  let output = ''
  const watchers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const watcher of watchers) watcher()
    })
  }
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))

  async function printed(text: string): Promise<void> {
    const seen = new Promise<void>((resolve) => {
      const look = (): void => {
        if (output.includes(text)) resolve()
      }
      watchers.add(look)
      look()
    })
    const ended = exited.then((code) => {
      if (!output.includes(text))
        throw new Error(`npm start ended with ${code} before it printed "${text}":\n${output}`)
    })
    await Promise.race([seen, ended])
  }

  return {
    process: child,
    output: () => output,
    printed,
    async ready() {
      await printed('Ctrl-C stops it.')
      const afterMs = performance.now() - startedAt
      const valueOf = (label: string) => new RegExp(`^  ${label} +(\\S+)`, 'm').exec(output)?.[1]
      return {
        portalUrl: valueOf('Portal') ?? '',
        consoleUrl: valueOf('Console') ?? '',
        appUrl: valueOf('Mini-program') ?? '',
        setupUrl: valueOf('Owner set-up'),
        afterMs,
      }
    },
    async end(signal) {
      if (signal !== undefined) child.kill(signal)
      return exited
    },
  }
}
