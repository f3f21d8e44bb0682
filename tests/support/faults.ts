import type { Page } from 'playwright-core'

export interface Fault {
  kind: 'pageError' | 'consoleError' | 'crash'
  message: string
}

/** Everything that a browser's developer tools would show in red. */
export interface Faults {
  readonly list: readonly Fault[]
  /** Hands over what was collected and starts afresh. */
  take(): readonly Fault[]
  describe(): string
}

/** Not the app's doing: a picture on a server that the test machine cannot reach. */
const network = /^Failed to load resource: |net::ERR_/

export function collectFaults(page: Page): Faults {
  let list: Fault[] = []
  page.on('pageerror', (error) => list.push({ kind: 'pageError', message: error.stack ?? error.message }))
  page.on('crash', () => list.push({ kind: 'crash', message: 'The browser page crashed' }))
  page.on('console', (message) => {
    if (message.type() !== 'error' || network.test(message.text())) return
    const { url, lineNumber } = message.location()
    list.push({ kind: 'consoleError', message: `${message.text()} (${url}:${lineNumber})` })
  })
  return {
    get list() {
      return list
    },
    take() {
      const taken = list
      list = []
      return taken
    },
    describe: () => list.map(({ kind, message }) => `${kind}: ${message}`).join('\n'),
  }
}
