import type { Surroundings } from '../agent.ts'

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const

/** Tests hear what the app prints as the values that they are; panels get texts. */
export function tellPrinted({ tell }: Surroundings): void {
  for (const level of levels) {
    const print = console[level].bind(console)
    console[level] = (...args: unknown[]) => {
      print(...args)
      tell('printed', { level, args })
    }
  }
}
