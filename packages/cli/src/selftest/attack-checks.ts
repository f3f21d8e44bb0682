/** Attack mini-programs: each does its worst on one page, and the host must stand. */
import { topFrame, textOf, waitFor, waitForText, type SelftestBrowser, type SelftestPage } from './browser.ts'
import { judge, type Finding } from './check.ts'

interface Outcome {
  isGood: boolean
  detail: unknown
}

type Attack = (page: SelftestPage, appUrl: string) => Promise<Outcome>

const attacks: Readonly<Record<string, Attack>> = {
  'cover-capsule': async (page, appUrl) => {
    await open(page, appUrl, 'cover')
    const hits = await page.inHost(`[...document.querySelectorAll('.capsule button')].map((button) => {
      const { left, top, width, height } = button.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return button.contains(hit)
    })`)
    return outcome(Array.isArray(hits) && hits.length === 2 && hits.every(Boolean), hits)
  },
  'reach-the-chrome': async (page, appUrl) => {
    await open(page, appUrl, 'cover')
    const reaches = await page.inFrame(
      topFrame,
      `(() => { try { return parent.document.title !== '' } catch { return false } })()`,
    )
    return outcome(reaches === false, 'the frame reads its parent')
  },
  'cover-question': async (page, appUrl) => {
    await open(page, appUrl, 'ask')
    const sheet = `document.querySelector('.sheet[role=dialog]')`
    await waitFor(
      () => page.inHost(`${sheet} !== null`),
      (seen) => seen === true,
    )
    const isOnTop = await page.inHost(`(() => {
      const button = [...${sheet}.querySelectorAll('.row button')].at(-1)
      const { left, top, width, height } = button.getBoundingClientRect()
      return button.contains(document.elementFromPoint(left + width / 2, top + height / 2)) && ${sheet}.closest('iframe') === null
    })()`)
    return outcome(isOnTop === true, 'the question is not on top')
  },
  'clickjack-question': async (page, appUrl) => {
    // A tap that was meant for the app lands on the button that has just appeared under the finger.
    await page.goto(`${appUrl}pages/ask/ask`)
    await page.inHost(`(() => {
      const press = () => {
        const button = [...document.querySelectorAll('.sheet[role=dialog] .row button')].at(-1)
        if (!button || window.hasPressed) return
        window.hasPressed = true
        button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
        button.click()
      }
      new MutationObserver(press).observe(document, { childList: true, subtree: true })
      press()
      return true
    })()`)
    await waitFor(
      () => page.inHost('window.hasPressed === true'),
      (pressed) => pressed === true,
    )
    const text = await textOf(page)
    const isOpen = await page.inHost(`document.querySelector('.sheet[role=dialog]') !== null`)
    return outcome(isOpen === true && !text.includes('granted'), text)
  },
  'undeclared-page': async (page, appUrl) => {
    await page.goto(`${appUrl}pages/hidden/hidden`)
    await waitFor(
      () => page.inHost(`document.querySelector('[role=alert]') !== null`),
      (seen) => seen === true,
    )
    const text = await textOf(page)
    return outcome(!text.includes('hidden=true'), text)
  },
  'forged-referrer': async (page, appUrl) => {
    await page.goto(
      `${appUrl}pages/launch/launch?scene=1037&appId=by0000000000000000&referrerInfo=${encodeURIComponent('{"appId":"by0000000000000000"}')}`,
    )
    const text = await waitForText(page, 'launch={')
    const { enter } = JSON.parse(text.slice(text.indexOf('launch=') + 'launch='.length))
    const isForged = enter.scene === 1037 || enter.referrerInfo?.appId === 'by0000000000000000'
    return outcome(!isForged, text)
  },
  'leave-by-route': async (page, appUrl) => {
    const text = await openFor(page, appUrl, { name: 'away', shows: 'away=' })
    const place = await page.inHost('location.pathname')
    return outcome(text.includes('away=[]') && !String(place).includes('console'), text)
  },
  'endless-stack': async (page, appUrl) => {
    await page.goto(`${appUrl}pages/stack/stack`)
    const frames = await waitFor(
      () => page.inHost(`document.querySelectorAll('section.page').length`),
      (count) => Number(count) >= 10,
      20_000,
    )
    await pause(1000)
    const after = await page.inHost(`document.querySelectorAll('section.page').length`)
    return outcome(Number(frames) >= 10 && Number(after) <= 12, `${String(after)} pages`)
  },
  'private-port': async (page, appUrl) => {
    const text = await openFor(page, appUrl, { name: 'names', shows: 'names={' })
    const { found, inner, banyan } = JSON.parse(text.slice(text.indexOf('names=') + 'names='.length))
    const left = [...found.filter((name: string) => name !== 'self'), ...inner, ...banyan]
    return outcome(left.length === 0, left.join(', '))
  },
  flood: async (page, appUrl) => {
    await open(page, appUrl, 'flood')
    await pause(1500)
    const gapMs = await longestGap(page)
    return outcome(gapMs < 5000, `the host stood still for ${gapMs} ms`)
  },
  spin: async (page, appUrl) => {
    await open(page, appUrl, 'spin')
    await pause(1500)
    const gapMs = await longestGap(page)
    const question = await hangQuestion(page)
    await page.inHost(`[...document.querySelectorAll('[role=alertdialog] button')].at(-1)?.click()`)
    const frames = await waitFor(
      () => page.inHost(`location.pathname`).catch(() => ''),
      (path) => new URL(appUrl).pathname === path,
      15_000,
    )
    const isOver = frames === new URL(appUrl).pathname
    return outcome(gapMs < 1000 && question && isOver, `gap ${gapMs} ms, asked ${question}, over ${isOver}`)
  },
  'eat-memory': async (page, appUrl) => {
    await open(page, appUrl, 'eat')
    // It runs out of memory in a process of its own, or hangs until the user ends it.
    await hangQuestion(page)
    const isAlive = await page.inHost('1 + 1').catch(() => 0)
    return outcome(isAlive === 2, 'the tab is gone')
  },
}

export const attackNames: readonly string[] = Object.keys(attacks)

export async function checkAttacks(browser: SelftestBrowser, appUrl: string): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [name, attack] of Object.entries(attacks)) {
    const page = await browser.openPage()
    try {
      const { isGood, detail } = await attack(page, appUrl).catch((error: unknown): Outcome =>
        outcome(false, String(error)),
      )
      findings.push(judge(`attack/${name}`, isGood, detail))
    } finally {
      await page.close()
    }
  }
  return findings
}

function outcome(isGood: boolean, detail: unknown): Outcome {
  return { isGood, detail }
}

async function open(page: SelftestPage, appUrl: string, name: string): Promise<void> {
  await openFor(page, appUrl, { name, shows: `${name}=` })
}

async function openFor(
  page: SelftestPage,
  appUrl: string,
  { name, shows }: { name: string; shows: string },
): Promise<string> {
  await page.goto(`${appUrl}pages/${name}/${name}`)
  return waitForText(page, shows)
}

/** The longest time within a second in which the host page drew nothing, in a browser that draws. */
async function longestGap(page: SelftestPage): Promise<number> {
  const gap = await page.inHost(`new Promise((resolve) => {
    const start = performance.now()
    let last = start, longest = 0
    const tick = () => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      if (now - start < 1000) setTimeout(tick, 10)
      else resolve(Math.round(longest))
    }
    tick()
  })`)
  return Number(gap)
}

/** The host asks after ten seconds of silence; a busy machine takes its time. */
async function hangQuestion(page: SelftestPage): Promise<boolean> {
  const seen = await waitFor(
    () => page.inHost(`document.querySelector('[role=alertdialog]') !== null`).catch(() => false),
    (isThere) => isThere === true,
    45_000,
  )
  return seen === true
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
