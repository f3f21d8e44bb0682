/** Opens one page of a mini-program and says what there was to see. */
import { accessibilityFindingSchema, pageFiguresSchema } from '@banyan/contract/page-checks'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { z } from 'zod'
import { countNodes, hostFigures, runAxe, topFrame, watchPage } from './page-scripts.ts'

export interface Look {
  /** It showed something. */
  didOpen: boolean
  /** PNG, 390 by 844. */
  picture: Buffer | undefined
  /** Uncaught errors of the app, of the page, and what the console says in red. */
  faults: readonly string[]
  accessibility: readonly z.infer<typeof accessibilityFindingSchema>[]
  figures: z.infer<typeof pageFiguresSchema> | undefined
}

const openMs = 15_000
const quietMs = 5000
const axeMs = 10_000
const stepMs = 50
const pictureTries = 6
const pictureGapMs = 200
const faultsLimit = 20
const faultLength = 500

/** Not the page's doing: what this browser may not reach. */
const network = /^Failed to load resource: |net::ERR_/
const findings = z.array(accessibilityFindingSchema).max(100)
const hostFiguresSchema = pageFiguresSchema.pick({ blockedMs: true, transferredBytes: true })

export async function lookAtPage(context: BrowserContext, url: string): Promise<Look> {
  const faults: string[] = []
  const report = (text: string): void => {
    if (faults.length < faultsLimit) faults.push(text.slice(0, faultLength))
  }
  const page = await context.newPage()
  page.setDefaultTimeout(openMs)
  page.on('pageerror', (error) => report(error.stack ?? error.message))
  page.on('crash', () => report('The page crashed'))
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined))
  page.on('console', (message) => {
    if (message.type() === 'error' && !network.test(message.text())) report(message.text())
  })
  await page.exposeFunction('banyanReport', report)
  await page.addInitScript(watchPage)

  const startedAt = performance.now()
  const frame = await open(page, url).catch((error: unknown) => {
    report(error instanceof Error ? error.message : String(error))
    return undefined
  })
  const shownMs = Math.round(performance.now() - startedAt)
  if (frame === undefined) {
    return { didOpen: false, picture: await takePicture(page), faults, accessibility: [], figures: undefined }
  }
  // Data that is still on its way is part of the page; one that never rests is looked at as it is.
  await page.waitForLoadState('networkidle', { timeout: quietMs }).catch(() => undefined)
  const picture = await takePicture(page)
  const top = (await frameOnTop(page)) ?? frame
  const host = hostFiguresSchema.parse(await page.evaluate(hostFigures))
  const nodeCount = z.int().parse(await top.evaluate(countNodes))
  return {
    didOpen: true,
    picture,
    faults,
    accessibility: await checkAccessibility(top),
    figures: { shownMs, nodeCount, ...host },
  }
}

/** The frame of the page, once it has content. */
async function open(page: Page, url: string): Promise<Frame> {
  const response = await page.goto(url, { waitUntil: 'commit' })
  if (response !== null && !response.ok()) throw new Error(`The address answered ${response.status()}`)
  const deadline = performance.now() + openMs
  while (performance.now() < deadline) {
    const frame = await frameOnTop(page)
    const nodes = frame && (await frame.evaluate(countNodes).catch(() => 0))
    if (frame && z.int().catch(0).parse(nodes) > 0) return frame
    await page.waitForTimeout(stepMs)
  }
  throw new Error(`The page showed nothing within ${openMs / 1000} seconds`)
}

async function frameOnTop(page: Page): Promise<Frame | undefined> {
  const handle = await page.evaluateHandle(topFrame).catch(() => undefined)
  return (await handle?.asElement()?.contentFrame()) ?? undefined
}

/** Two pictures that are the same, or the last of a few when something goes on moving. */
async function takePicture(page: Page): Promise<Buffer | undefined> {
  let last: Buffer | undefined
  for (let tries = 0; tries < pictureTries; tries++) {
    const next = await page.screenshot({ animations: 'disabled', timeout: openMs }).catch(() => undefined)
    if (next === undefined || last?.equals(next)) return next ?? last
    last = next
    await page.waitForTimeout(pictureGapMs)
  }
  return last
}

async function checkAccessibility(frame: Frame): Promise<Look['accessibility']> {
  const { default: axe } = await import('axe-core')
  await frame.evaluate(axe.source)
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the accessibility check took too long')), axeMs).unref()
  })
  return findings.catch([]).parse(await Promise.race([frame.evaluate(runAxe), late]).catch(() => []))
}
