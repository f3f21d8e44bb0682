/** Opens the pages of a version one after the other, and the same pages of the version that users have. */
import type { PageLook } from '@banyan/contract/page-checks'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { BrowserSession } from '#infra/browser/browser.ts'
import { comparePictures, isBlank } from '#infra/browser/compare-pictures.ts'
import type { Look } from '#infra/browser/look-at-page.ts'

/** A larger app is looked at in part, the first pages of its list. */
export const pageLimit = 60
const sameShare = 0.0001

export interface LookAtVersion {
  session: BrowserSession
  blobs: Blobs
  pages: readonly string[]
  /** Where a page of the version is. */
  addressOf: (path: string) => string
  /** The same of the version that users have; undefined where there is nothing to compare with. */
  addressBefore: (path: string) => string | undefined
  /** Milliseconds of the monotonic clock after which no page is begun. */
  endAt: number
}

export async function lookAtVersion(given: LookAtVersion): Promise<PageLook[]> {
  const { session, blobs, pages } = given
  const found: PageLook[] = []
  for (const path of pages.slice(0, pageLimit)) {
    if (performance.now() > given.endAt) break
    const look = await session.look(given.addressOf(path))
    const before = given.addressBefore(path)
    const pictureBefore = before === undefined ? undefined : (await session.look(before)).picture
    found.push({
      path,
      ...judge(look),
      screenshot: look.picture === undefined ? null : await keep(blobs, look.picture),
      accessibility: [...look.accessibility],
      figures: look.figures ?? null,
      difference: await compare(blobs, pictureBefore, look.picture),
    })
  }
  return found
}

function judge(look: Look): Pick<PageLook, 'outcome' | 'faults'> {
  const isEmpty = look.didOpen && look.picture !== undefined && isBlank(look.picture)
  const faults = [...look.faults, ...(isEmpty ? ['The page is blank'] : [])]
  if (!look.didOpen || look.faults.length > 0) return { outcome: 'failed', faults }
  const hasBarrier = look.accessibility.some(({ impact }) => impact === 'serious' || impact === 'critical')
  return { outcome: isEmpty || hasBarrier ? 'warning' : 'passed', faults }
}

async function compare(
  blobs: Blobs,
  before: Buffer | undefined,
  after: Buffer | undefined,
): Promise<PageLook['difference']> {
  if (before === undefined || after === undefined) return null
  const { share, picture } = comparePictures(before, after)
  const isSame = share < sameShare || picture === undefined
  return { share, image: isSame ? null : await keep(blobs, picture), before: await keep(blobs, before) }
}

async function keep(blobs: Blobs, bytes: Buffer): Promise<string> {
  const hash = await blobs.put(bytes)
  await blobs.flush([hash])
  return hash
}
