/** Attack mini-programs: each does its worst on one page, and the host must stand. */
import { sharePath } from '@banyan/contract/links'
import { topFrame, textOf, waitFor, waitForText, type SelftestBrowser, type SelftestPage } from './browser.ts'
import { judge, type Finding } from './check.ts'

interface Outcome {
  isGood: boolean
  detail: unknown
}

/** A user is asked within five seconds after an app has stopped; a busy machine takes its time, and the check runs beside it. */
const soonMs = 8000
const neverMs = 45_000

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
    const { pathname } = new URL(`${appUrl}pages/launch/launch`)
    const forged = encodeURIComponent('{"appId":"by0000000000000000"}')
    const search = `?scene=1037&appId=by0000000000000000&referrerInfo=${forged}`
    const launchAt = async (address: string) => {
      // Else only the fragment would change, and nothing be loaded.
      await page.goto(`${appUrl}pages/idle/idle`)
      await page.goto(new URL(address, appUrl).href)
      const text = await waitForText(page, 'launch={')
      return JSON.parse(text.slice(text.indexOf('launch=') + 'launch='.length)).enter
    }
    const enter = await launchAt(`${pathname}${search}#s1047.${'A'.repeat(86)}==`)
    const isForged = enter.scene !== 1001 || enter.referrerInfo?.appId === 'by0000000000000000'
    // What the platform signs for a user who passes a page on, on another address. A development server signs nothing.
    const shareUrl = `${sharePath(pathname.split('/')[2] ?? '')}?address=${encodeURIComponent(pathname)}`
    const answer = await page.inHost(
      `fetch(${JSON.stringify(shareUrl)}).then((answer) => answer.ok ? answer.json() : {})`,
    )
    const { fragment = '' } = Object(answer)
    const moved = await launchAt(`${pathname}?other=1${String(fragment)}`)
    return outcome(!isForged && moved.scene === 1001, JSON.stringify([enter, moved]))
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
    await pause(1000)
    const gapMs = await longestGap(page)
    const askedMs = await hangQuestion(page)
    const isOver = await endApp(page, appUrl)
    const isGood = gapMs < 1000 && askedMs < soonMs && isOver
    return outcome(isGood, `gap ${gapMs} ms, asked after ${askedMs} ms, over ${isOver}`)
  },
  'eat-memory': async (page, appUrl) => {
    await open(page, appUrl, 'eat')
    // It runs out of memory in a process of its own, or hangs. The host says so, and the app opens anew.
    const askedMs = await hangQuestion(page)
    const isOver = await endApp(page, appUrl)
    return outcome(askedMs < neverMs && isOver, `asked after ${askedMs} ms, over ${isOver}`)
  },
}

export const attackNames: readonly string[] = Object.keys(attacks)

/** They hold the machine up, so nothing else runs beside them. */
const loudNames: readonly string[] = ['flood', 'spin', 'eat-memory']

/** `isQuiet` leaves out those that hold the machine up. */
export async function checkAttacks(browser: SelftestBrowser, appUrl: string, isQuiet: boolean): Promise<Finding[]> {
  const run = async ([name, attack]: [string, Attack]): Promise<Finding> => {
    const page = await browser.openPage()
    try {
      const { isGood, detail } = await attack(page, appUrl).catch((error: unknown): Outcome =>
        outcome(false, String(error)),
      )
      return judge(`attack/${name}`, isGood, detail)
    } finally {
      await page.close()
    }
  }
  const isLoud = ([name]: [string, Attack]) => loudNames.includes(name)
  const all = Object.entries(attacks)
  const findings = await Promise.all(all.filter((each) => !isLoud(each)).map(run))
  if (isQuiet) return findings
  for (const each of all.filter(isLoud)) findings.push(await run(each))
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

/** How long the host took to ask about an app that does not answer; `neverMs` when it did not. */
async function hangQuestion(page: SelftestPage): Promise<number> {
  const began = performance.now()
  const seen = await waitFor(
    () => page.inHost(`document.querySelector('[role=alertdialog]') !== null`).catch(() => false),
    (isThere) => isThere === true,
    neverMs,
  )
  return seen === true ? Math.round(performance.now() - began) : neverMs
}

/** The user takes the offer: the page that hung is gone, and the app's first one opens. */
async function endApp(page: SelftestPage, appUrl: string): Promise<boolean> {
  const hung = await page.inHost('location.pathname')
  await page.inHost(`[...document.querySelectorAll('[role=alertdialog] button')].at(-1)?.click()`)
  const home = new URL(appUrl).pathname
  const isNew = (path: unknown) => path !== hung && String(path).startsWith(home)
  const shown = await waitFor(
    () => page.inHost(`document.querySelector('section.page') && location.pathname`).catch(() => ''),
    isNew,
  )
  return isNew(shown)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
