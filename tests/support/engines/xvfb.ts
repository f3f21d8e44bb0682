/** A screen in memory, for browsers that have no mode without one. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { EngineMissing } from './engine.ts'

export interface Screen {
  /** For the variable DISPLAY. */
  display: string
  close(): void
}

const program = '/usr/bin/Xvfb'

export async function openScreen(): Promise<Screen> {
  if (!existsSync(program)) throw new EngineMissing(`Xvfb is not at ${program}`)
  const args = ['-displayfd', '3', '-screen', '0', '1400x1400x24', '-nolisten', 'tcp']
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${String(code)}`)))
    child.stdio[3]?.once('data', (data: unknown) => resolve(String(data).trim()))
  })
  return { display: `:${number}`, close: () => void child.kill() }
}
