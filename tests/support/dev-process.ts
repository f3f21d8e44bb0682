import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../packages/cli/bin/banyan.mjs', import.meta.url))

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the `banyan` command to its end. */
export async function runBanyan(args: readonly string[], options: RunOptions = {}): Promise<CommandResult> {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: options.cwd,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  child.stdin.end(options.input ?? '')
  await once(child, 'close')
  return { code: child.exitCode, stdout, stderr }
}

export interface RunOptions {
  cwd?: string
  env?: Readonly<Record<string, string>>
  /** Standard input. */
  input?: string
}

/** `banyan dev` as a developer runs it: a process of its own, ready when it says so. */
export interface DevProcess {
  /** Base address of the app, with a trailing slash. */
  readonly url: string
  /** What it has said so far. */
  output(): string
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Without the simulator, so that pages run what users get; `['--simulator']` in `args` leaves it on. */
export async function startDev(
  root: string,
  args: readonly string[] = [],
  script: string = command,
): Promise<DevProcess> {
  const chosen = args.includes('--simulator')
    ? args.filter((arg) => arg !== '--simulator')
    : ['--no-simulator', ...args]
  const child = spawn(process.execPath, [script, 'dev', root, '--port', '0', '--no-open', ...chosen], {
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  const exited = once(child, 'exit')
  const ready = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length))
    })
  })
  const url = await Promise.race([ready, exited.then(() => undefined)])
  if (url === undefined) throw new Error(`banyan dev stopped with ${child.exitCode}:\n${output}`)
  return {
    url,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
      await exited
      return child.exitCode
    },
  }
}
