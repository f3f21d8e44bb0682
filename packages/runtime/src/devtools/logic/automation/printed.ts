import type { Surroundings } from '../surroundings.ts'

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const
const ownPlace = /(?:^|[\s(@])((?!\w+:\/\/|blob:)[\w@][\w@./-]*\.(?:js|ts):\d+:\d+)/m

/** Tests and panels hear what the app prints as the values that they are, with the place in the app's own files. */
export function tellPrinted({ app, tell }: Surroundings): void {
  for (const level of levels) {
    const print = console[level].bind(console)
    console[level] = (...args: unknown[]) => {
      print(...args)
      tell('printed', { level, args, place: ownPlace.exec(app.code.mapStack(new Error().stack ?? ''))?.[1] })
    }
  }
}
