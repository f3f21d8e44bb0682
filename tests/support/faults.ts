import type { Page } from 'playwright-core'

export interface Fault {
  /** `app`: an uncaught error or rejection of the mini-program, or an operation that its view could not carry out. */
  kind: 'app' | 'pageError' | 'consoleError' | 'crash'
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

/** The development server repeats the app's own faults there. */
const repeated = /^mini-program: /

export async function collectFaults(page: Page): Promise<Faults> {
  let list: Fault[] = []
  await page.exposeFunction('reportFaultToTest', (message: string) => list.push({ kind: 'app', message }))
  await page.addInitScript(() => {
    addEventListener('banyan:fault', (event) => {
      if (
        event instanceof CustomEvent &&
        'reportFaultToTest' in window &&
        typeof window.reportFaultToTest === 'function'
      ) {
        window.reportFaultToTest(String(event.detail))
      }
    })
  })
  page.on('pageerror', (error) => list.push({ kind: 'pageError', message: error.stack ?? error.message }))
  page.on('crash', () => list.push({ kind: 'crash', message: 'The browser page crashed' }))
  page.on('console', (message) => {
    if (message.type() !== 'error' || network.test(message.text()) || repeated.test(message.text())) return
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
