/** The engines' drivers as the security suite wants them. */
import type { SelftestBrowser } from '@banyan/cli/selftest'
import type { EngineDriver, InPage } from './engines/engine.ts'

export function selftestBrowser(driver: EngineDriver): SelftestBrowser {
  return {
    async openPage() {
      const phone = await driver.openPhone({ width: 390, height: 844, scheme: 'light' })
      return {
        goto: (url) => phone.goto(url),
        inHost: (source) => phone.inHost(fromSource(source), null),
        inFrame: (selector, source) => phone.inFrame(selector, fromSource(source), null),
        close: () => phone.close(),
      }
    },
    close: () => driver.close(),
  }
}

/** Drivers send the text of a function into the page; this one's text is the expression. */
function fromSource(source: string): InPage<null, unknown> {
  return Object.assign(() => undefined, { toString: () => `() => (${source})` })
}
