import { pino, type Logger } from 'pino'

export type Log = Logger

const secretPaths = ['authorization', 'cookie', 'password', 'token', 'secret', '*.password', '*.token', '*.secret']

export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, base: null, redact: secretPaths, timestamp: pino.stdTimeFunctions.isoTime }
  return destination ? pino(options, destination) : pino(options)
}
