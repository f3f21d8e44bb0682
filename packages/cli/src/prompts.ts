import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks on the terminal; without one reads a line of standard input. Questions go to standard error. */
export function ask(question: string): Promise<string> {
  return readAnswer(question, process.stderr)
}

/** As `ask`, but what is typed does not appear. */
export function askSecret(question: string): Promise<string> {
  return readAnswer(question, new Writable({ write: (_chunk, _encoding, done) => done() }))
}

async function readAnswer(question: string, echo: NodeJS.WritableStream): Promise<string> {
  const isInteractive = process.stdin.isTTY
  if (isInteractive) process.stderr.write(question)
  const lines = createInterface({ input: process.stdin, output: echo, terminal: isInteractive })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (isInteractive && echo !== process.stderr) process.stderr.write('\n')
  }
}

/** The first line that another program pipes in; empty for a person at a terminal. */
export async function readPiped(): Promise<string> {
  return process.stdin.isTTY ? '' : readAnswer('', process.stderr)
}
