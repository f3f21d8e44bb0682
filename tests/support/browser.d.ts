import type { Browser } from 'playwright-core'
/** Chromium as a phone would have it apart from the hardware; `BANYAN_CHROMIUM` names another binary. */
export declare function launchBrowser(): Promise<Browser>
//# sourceMappingURL=browser.d.ts.map
