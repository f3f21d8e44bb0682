/** A developer hands a version in: it is checked at once, and then waits for people if the flow wants any. */
import { PlatformError } from '@banyan/contract/errors'
import type { CheckResult, ReviewPolicy, SubmissionMessage } from '@banyan/contract/review'
import type { Apps, PublicApp } from '#domains/apps'
import type { Releases } from '#domains/releases'
import { runChecks } from './checks/checks.ts'
import type { SubmissionRow } from './store.ts'

export async function checkVersion(
  ports: { apps: Apps; releases: Releases },
  app: PublicApp,
  { version, policy }: { version: string; policy: ReviewPolicy },
): Promise<CheckResult[]> {
  const [contents, domains, profile] = await Promise.all([
    ports.releases.readContents(app.id, version),
    ports.apps.requestDomains(app.id),
    ports.apps.profileOf(app.id),
  ])
  if (!contents) throw new PlatformError('release.versionNotFound', { detail: version })
  const code = contents.texts.slice(0, -1).map(({ text }) => text)
  const likeness = await ports.releases.findLikeness(app.id, version, code)
  const { socketDomains, uploadDomains, downloadDomains, webViewDomains, privacy } = profile
  return runChecks({
    ...contents,
    texts: [
      ...contents.texts,
      { where: 'the name', text: app.name },
      { where: 'the description', text: app.description },
    ],
    origins: new Set([
      ...(domains?.keys() ?? []),
      ...[socketDomains, uploadDomains, downloadDomains, webViewDomains].flat(),
    ]),
    privacy,
    refusedWords: policy.refusedWords,
    likeness,
  })
}

export function approvalsNeeded(row: Pick<SubmissionRow, 'flow'>): number {
  switch (row.flow) {
    case 'oneStep':
      return 1
    case 'twoSteps':
      return 2
    default:
      return 0
  }
}

export function say(row: SubmissionRow, message: SubmissionMessage): SubmissionRow {
  const limit = 500
  return { ...row, messages: [...row.messages, message].slice(-limit) }
}
