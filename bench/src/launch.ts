/** Launch: an unknown phone opens the address; navigation: from the finger to the next page on the screen. */
import type { Browser, CDPSession } from 'playwright-core'
import { findPainted, openPhone, settle } from './browser.ts'
import { type Summary, summarise } from './statistics.ts'
import type { Subject } from './subjects.ts'

export interface LaunchResult {
  /** To the first frame with the page's content, which may be its snapshot. */
  readonly paintedMs: Summary
  /** To the first frame of the page itself. */
  readonly usableMs: Summary
  readonly transferredBytes: number
  readonly requestCount: number
}

export async function measureLaunch(browser: Browser, subject: Subject, runs: number): Promise<LaunchResult> {
  const times: number[] = []
  const usable: number[] = []
  let traffic = { bytes: 0, requests: 0 }
  // The first one warms the server and the browser and is not counted.
  for (let index = 0; index <= runs; index += 1) {
    const { context, page } = await openPhone(browser)
    const counted = await countTraffic(await context.newCDPSession(page))
    await page.goto(subject.url('rows'), { waitUntil: 'commit' })
    const { paintedAt, usableAt } = await findPainted(page, 'rows')
    const startedAt = await page.evaluate(() => performance.timeOrigin)
    if (index > 0) {
      times.push(paintedAt - startedAt)
      usable.push(usableAt - startedAt)
    }
    traffic = { ...counted }
    await context.close()
  }
  return {
    paintedMs: summarise(times),
    usableMs: summarise(usable),
    transferredBytes: traffic.bytes,
    requestCount: traffic.requests,
  }
}

export async function measureNavigation(browser: Browser, subject: Subject, runs: number): Promise<Summary> {
  const { context, page } = await openPhone(browser)
  await page.goto(subject.url('rows'))
  const { frame } = await findPainted(page, 'rows')
  await settle(page, 1500)
  const times: number[] = []
  for (let index = 0; index <= runs; index += 1) {
    await frame.locator('.bench-open-detail').tap({ force: true, noWaitAfter: true })
    const detail = await findPainted(page, 'detail')
    const releasedAt = await frame.evaluate(() => globalThis.benchMeter.releasedAt)
    if (index > 0) times.push(detail.paintedAt - releasedAt)
    await settle(page, 1000)
    await detail.frame.locator('.bench-back').tap({ force: true, noWaitAfter: true })
    await settle(page, 1500)
  }
  await context.close()
  return summarise(times)
}

async function countTraffic(session: CDPSession): Promise<{ bytes: number; requests: number }> {
  const traffic = { bytes: 0, requests: 0 }
  const overNetwork = new Set<string>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('http') || request.url.endsWith('/favicon.ico')) return
    overNetwork.add(requestId)
    traffic.requests += 1
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (overNetwork.has(requestId)) traffic.bytes += encodedDataLength
  })
  await session.send('Network.enable')
  return traffic
}
