/** Sends what the app prints to the host as well, for the simulator. Errors name the app's own files in both places. */
import type { ConsoleMessage } from '../bridge/host-messages.ts'

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const

export function mirrorConsole(send: (line: ConsoleMessage) => void, mapStackOf: (error: unknown) => void): void {
  for (const level of levels) {
    const print = console[level].bind(console)
    console[level] = (...args: unknown[]) => {
      args.forEach(mapStackOf)
      print(...args)
      send({ type: 'console', level, args: args.map(printed) })
    }
  }
}

function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.stack ?? String(value)
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
