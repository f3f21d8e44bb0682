/** What the report of pages says among the other checks. Pure. */
import type { PageReport } from '@banyan/contract/page-checks'
import type { CheckResult } from '@banyan/contract/review'

const evidenceLimit = 20

/** An app that does not open is refused; a page that needs what only its opener hands over is for a person to judge. */
export function summarize(report: Pick<PageReport, 'state' | 'reason' | 'pages'>, entryPage: string): CheckResult {
  const check = 'pages'
  const { state, reason, pages } = report
  if (state === 'waiting' || state === 'running') {
    return { check, outcome: 'pending', summary: 'the pages are being opened in a browser', evidence: [] }
  }
  if (state !== 'finished') return { check, outcome: 'skipped', summary: reason ?? 'not looked at', evidence: [] }
  const evidence = pages.flatMap(({ path, faults, accessibility }) => [
    ...faults.slice(0, 2).map((what) => ({ where: path, what: what.slice(0, 300) })),
    ...accessibility.map(({ rule, count }) => ({ where: path, what: `accessibility: ${rule}, ${count} times` })),
  ])
  const broken = pages.filter(({ outcome }) => outcome === 'failed')
  const changed = pages.filter(({ difference }) => difference?.image != null)
  const isUnusable = broken.some(({ path, screenshot, figures }) => path === entryPage || !screenshot || !figures)
  return {
    check,
    outcome: isUnusable ? 'failed' : pages.some(({ outcome }) => outcome !== 'passed') ? 'warning' : 'passed',
    summary: `${pages.length} pages opened, ${broken.length} with errors, ${changed.length} look different from those of users`,
    evidence: evidence.slice(0, evidenceLimit),
  }
}
