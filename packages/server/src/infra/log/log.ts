import { pino, type Logger } from 'pino'
import { withoutSecrets } from './redact.ts'

export type Log = Logger

/** One JSON object a line. Every line is read once more before it is written, so that no caller can log a secret by mistake. */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: cleanLine },
  }
  return destination ? pino(options, destination) : pino(options)
}

function cleanLine(line: string): string {
  return `${JSON.stringify(withoutSecrets(JSON.parse(line)))}\n`
}
