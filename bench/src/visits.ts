/**
 * First visit, second visit and a visit without a network, on a quick and on a slow phone. `npm run bench -- --only visits`.
 * A slow network slows what the page asks for, and not what the service worker asks for on a second visit: that row is the work alone.
 * The server stays up during the offline visit: the browser's own switch takes the network away, and the service worker answers.
 */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { findPainted, openPhone, settle } from './browser.ts'
import { describeRange, summarise, type Summary } from './statistics.ts'
import { atMost, type Section } from './section.ts'
import type { Subject } from './subjects.ts'

const visitNames = ['first', 'again', 'offline'] as const

interface Phone {
  readonly name: string
  readonly cpuRate: number
  readonly network?: { readonly latency: number; readonly bytesPerSecond: number } | undefined
}

/** Slow 4G as Lighthouse sets it: a round trip of 150 ms and 1.6 Mbit/s. */
const slow4g = { latency: 150, bytesPerSecond: 1_600_000 / 8 }

const phones: readonly Phone[] = [
  { name: 'CPU x1, loopback', cpuRate: 1 },
  { name: 'CPU x4, loopback', cpuRate: 4 },
  { name: 'CPU x4, slow 4G', cpuRate: 4, network: slow4g },
]

interface VisitResult {
  readonly phone: string
  readonly visit: (typeof visitNames)[number]
  readonly paintedMs: Summary
  readonly usableMs: Summary
}

export async function measureVisits(browser: Browser, subject: Subject, runs: number): Promise<Section> {
  const results = await visitAll(browser, subject, runs)
  const [quick = [], , slow = []] = phones.map(({ name }) => results.filter(({ phone }) => phone === name))
  return {
    title: 'Visits',
    note: 'The first visit with an empty cache; the second, when the service worker has the app; and one without a network. A slow network slows what the page asks for and not what the service worker asks for, so on slow 4G the second visit is the work alone.',
    head: ['', 'first content', 'the page reacts'],
    rows: results.map(({ phone, visit, paintedMs, usableMs }) => [
      `${phone}, ${visit}`,
      describeRange(paintedMs),
      describeRange(usableMs),
    ]),
    floors: [
      ...quick
        .slice(1)
        .map(({ visit, paintedMs }) =>
          atMost(`visit, ${visit}: first content`, paintedMs.median, { limit: 300, unit: 'ms' }),
        ),
      ...slow
        .slice(0, 1)
        .map(({ paintedMs }) =>
          atMost('slow 4G, CPU x4: first content', paintedMs.median, { limit: 1200, unit: 'ms' }),
        ),
    ],
  }
}

async function visitAll(browser: Browser, subject: Subject, runs: number): Promise<VisitResult[]> {
  const results: VisitResult[] = []
  for (const phone of phones) {
    const painted = new Map(visitNames.map((visit) => [visit, new Array<number>()]))
    const usable = new Map(visitNames.map((visit) => [visit, new Array<number>()]))
    for (let index = 0; index < runs; index += 1) {
      const { context, page: first } = await openPhone(browser)
      let page = first
      for (const visit of visitNames) {
        await context.setOffline(visit === 'offline')
        // Conditions of a network would switch it on again.
        const slowed = await slowDown(context, page, visit === 'offline' ? { ...phone, network: undefined } : phone)
        const times = await visitOnce(page, subject.url('rows'))
        painted.get(visit)?.push(times.paintedMs)
        usable.get(visit)?.push(times.usableMs)
        if (visit === 'first') await waitUntilKept(page)
        await slowed.detach()
        await page.close()
        page = await context.newPage()
      }
      await context.close()
    }
    for (const visit of visitNames) {
      const [paintedMs, usableMs] = [summarise(painted.get(visit) ?? []), summarise(usable.get(visit) ?? [])]
      results.push({ phone: phone.name, visit, paintedMs, usableMs })
    }
  }
  return results
}

async function visitOnce(page: Page, url: string): Promise<{ paintedMs: number; usableMs: number }> {
  await page.goto(url, { waitUntil: 'commit' })
  const { paintedAt, usableAt } = await findPainted(page, 'rows')
  const startedAt = await page.evaluate(() => performance.timeOrigin)
  return { paintedMs: paintedAt - startedAt, usableMs: usableAt - startedAt }
}

/** The processor's rate is one of a process, so frames of other processes are slowed as they come. */
async function slowDown(context: BrowserContext, page: Page, { cpuRate, network }: Phone): Promise<CDPSession> {
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate })
  if (network) {
    const { latency, bytesPerSecond } = network
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
  }
  if (cpuRate > 1) {
    page.on('frameattached', async (frame) => {
      // A frame in the page's own process has no session, and is slow already.
      const ofFrame = await context.newCDPSession(frame).catch(() => undefined)
      await ofFrame?.send('Emulation.setCPUThrottlingRate', { rate: cpuRate }).catch(() => undefined)
    })
  }
  return session
}

/** Until the service worker has the app whole: then it stands in its index. */
async function waitUntilKept(page: Page): Promise<void> {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    const isKept = await page.evaluate(async () => {
      const index = await caches.match('/-/offline/index')
      const id = location.pathname.split('/')[2] ?? ''
      return index !== undefined && Object.hasOwn(JSON.parse(await index.text()), id)
    })
    if (isKept) return
    await settle(page, 50)
  }
  throw new Error('the app was not kept for a visit without a network')
}
