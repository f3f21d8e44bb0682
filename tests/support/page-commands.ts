/** The commands of a page of the documentation, run as a reader would type them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '..', '..')

export interface TypedCommand {
  /** Everything printed so far, on both streams. */
  output(): string
  /** Resolves with the first match; rejects when the command ends without one. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  /** Its end; Ctrl-C first when that is wanted. */
  end(signal?: 'SIGINT'): Promise<number | null>
}

/** Path below `docs`; all lines of its `sh` blocks, in order. */
export async function readCommands(page: string): Promise<readonly string[]> {
  const text = await readPage(page)
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n'))
}

export function readPage(page: string): Promise<string> {
  return readFile(join(repository, 'docs', page), 'utf8')
}

export function typeCommand(command: string, environment: Readonly<Record<string, string>>): TypedCommand {
  const child = spawn('bash', ['-c', command], {
    cwd: repository,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches everything that the command has started.
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
  const exited = once(child, 'close')
  return {
    output: () => output,
    async printed(pattern) {
      const seen = new Promise<RegExpExecArray>((resolve) => {
        const look = () => {
          const match = pattern.exec(output)
          if (match) resolve(match)
        }
        watchers.add(look)
        look()
      })
      const ended = exited.then(() => {
        const match = pattern.exec(output)
        if (!match) throw new Error(`"${command}" ended before it printed ${pattern}:\n${output}`)
        return match
      })
      return Promise.race([seen, ended])
    },
    async end(signal) {
      const isRunning = child.exitCode === null && child.signalCode === null
      if (signal !== undefined && isRunning && child.pid !== undefined) process.kill(-child.pid, signal)
      await exited
      return child.exitCode
    },
  }
}
