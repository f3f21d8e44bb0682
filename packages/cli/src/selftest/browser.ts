/** What the suite needs of a browser. Sources are JavaScript expressions; what they give, or their promises, must be JSON. */
export interface SelftestPage {
  goto(url: string): Promise<void>
  inHost(source: string): Promise<unknown>
  /** In the document of the last frame that the selector finds, however sandboxed it is. */
  inFrame(selector: string, source: string): Promise<unknown>
  close(): Promise<void>
}

export interface SelftestBrowser {
  /** A page without memory of the ones before it. */
  openPage(): Promise<SelftestPage>
  close(): Promise<void>
}

/** The frame of the page on top. */
export const topFrame = 'section.page.shown:not(.popping) iframe'

const turnMs = 100

/** Asks again until the answer is good; the last one when it never is. */
export async function waitFor<T>(
  ask: () => Promise<T>,
  isGood: (value: T) => boolean,
  patienceMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const value = await ask()
    if (isGood(value) || Date.now() > deadline) return value
    await new Promise((resolve) => setTimeout(resolve, turnMs))
  }
}

/** Text of the page on top, empty while there is none. */
export async function textOf(page: SelftestPage): Promise<string> {
  return String(await page.inFrame(topFrame, 'document.body.innerText').catch(() => ''))
}

export async function waitForText(page: SelftestPage, text: string, patienceMs?: number): Promise<string> {
  return waitFor(
    () => textOf(page),
    (seen) => seen.includes(text),
    patienceMs,
  )
}
