import type { PageLook } from '@banyan/contract/page-checks'
import { expect, it } from 'vitest'
import { summarize } from './summary.ts'

const figures = { shownMs: 300, blockedMs: 0, transferredBytes: 90_000, nodeCount: 12 }
const page = (path: string, rest: Partial<PageLook> = {}): PageLook => ({
  ...{ path, outcome: 'passed', screenshot: 'a', faults: [], accessibility: [], figures, difference: null },
  ...rest,
})
const finished = (...pages: PageLook[]) => summarize({ state: 'finished', reason: null, pages }, 'pages/index')

it('passes when every page opens without an error', () => {
  expect(finished(page('pages/index'), page('pages/about'))).toMatchObject({ check: 'pages', outcome: 'passed' })
})

it('fails when the first page throws, or any page does not open', () => {
  const thrown: Partial<PageLook> = { outcome: 'failed', faults: ['TypeError: x is undefined'] }
  expect(finished(page('pages/index', thrown))).toMatchObject({
    outcome: 'failed',
    evidence: [{ where: 'pages/index', what: 'TypeError: x is undefined' }],
  })
  expect(finished(page('pages/index'), page('pages/about', { ...thrown, figures: null })).outcome).toBe('failed')
})

it('leaves to people a page that may lack what its opener hands over, and barriers', () => {
  expect(finished(page('pages/index'), page('pages/item', { outcome: 'failed', faults: ['no id'] })).outcome).toBe(
    'warning',
  )
  const accessibility: PageLook['accessibility'] = [
    { rule: 'image-alt', impact: 'critical', help: '', count: 2, targets: [] },
  ]
  expect(finished(page('pages/index', { outcome: 'warning', accessibility }))).toMatchObject({
    outcome: 'warning',
    evidence: [{ what: 'accessibility: image-alt, 2 times' }],
  })
})

it('is pending while it runs, and skipped where it could not', () => {
  expect(summarize({ state: 'running', reason: null, pages: [] }, '').outcome).toBe('pending')
  expect(summarize({ state: 'skipped', reason: 'there is no browser on this server', pages: [] }, '')).toMatchObject({
    outcome: 'skipped',
    summary: 'there is no browser on this server',
  })
})
