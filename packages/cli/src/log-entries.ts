/** One list of what the platform remembers about a mini-program, from the places where it remembers it. */
import type { LinkedApp } from './linked-app.ts'

export const logKinds = ['upload', 'release', 'gray', 'review', 'audit'] as const
export type LogKind = (typeof logKinds)[number]

export interface LogEntry {
  /** The same for the same entry each time it is read. */
  id: string
  at: string
  kind: LogKind
  who: string
  text: string
}

export interface Log {
  /** Oldest first. */
  entries: readonly LogEntry[]
  /** The audit log was wanted, and the key may not read it. */
  isAuditRefused: boolean
}

export async function readLog(app: LinkedApp, kinds: readonly LogKind[]): Promise<Log> {
  let isAuditRefused = false
  const readers: Readonly<Record<LogKind, (app: LinkedApp) => Promise<readonly LogEntry[]>>> = {
    upload: readUploads,
    release: readReleases,
    gray: readGray,
    review: readReviews,
    audit: async () => {
      try {
        return await readAudit(app)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'identity.forbidden')) throw error
        isAuditRefused = true
        return []
      }
    },
  }
  const lists = await Promise.all(kinds.map((kind) => readers[kind](app)))
  const entries = lists.flat().toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { entries, isAuditRefused }
}

async function readUploads({ client, appId }: LinkedApp): Promise<readonly LogEntry[]> {
  const versions = await client.releases.listVersions(appId)
  return versions.map(({ version, createdAt, createdBy, description }) => ({
    id: `upload ${version}`,
    at: createdAt,
    kind: 'upload',
    who: createdBy,
    text: join(version, description),
  }))
}

async function readReleases({ client, appId }: LinkedApp): Promise<readonly LogEntry[]> {
  const releases = await client.releases.list(appId)
  return releases.map(({ sequence, kind, version, note, publishedAt, publishedBy }) => ({
    id: `release ${sequence}`,
    at: publishedAt,
    kind: 'release',
    who: publishedBy,
    text: join(`#${sequence} ${kind} ${version}`, note),
  }))
}

async function readGray({ client, appId }: LinkedApp): Promise<readonly LogEntry[]> {
  const plans = await client.rollout.list(appId)
  return plans.map(({ id, version, state, stateReason, basisPoints, startedAt, startedBy }) => ({
    id: `gray ${id} ${state} ${basisPoints}`,
    at: startedAt,
    kind: 'gray',
    who: startedBy,
    text: join(`${version} ${state} ${basisPoints / 100}%`, stateReason ?? ''),
  }))
}

async function readReviews({ client, appId }: LinkedApp): Promise<readonly LogEntry[]> {
  const submissions = await client.review.list(appId)
  return submissions.flatMap((submission) => {
    const { id, version, note, submittedAt, submittedBy, decidedAt, state, reason, ruleIds, messages } = submission
    const kind = 'review' as const
    const decision = {
      id: `review ${id} ${state}`,
      at: decidedAt ?? '',
      kind,
      who: '-',
      text: join(`${version} ${state} ${ruleIds.join(' ')}`.trim(), reason ?? ''),
    }
    return [
      { id: `review ${id}`, at: submittedAt, kind, who: submittedBy, text: join(`${version} submitted`, note) },
      ...messages.map(({ at, author, text }, index) => ({
        id: `review ${id} message ${index}`,
        at,
        kind,
        who: author,
        text: join(version, text),
      })),
      ...(decidedAt === null ? [] : [decision]),
    ]
  })
}

async function readAudit({ client, appId }: LinkedApp): Promise<readonly LogEntry[]> {
  const { items } = await client.audit.list({ appId, limit: 200 })
  return items.map(({ id, at, actor, action, subject, details }) => ({
    id: `audit ${id}`,
    at,
    kind: 'audit',
    who: actor.name,
    text: join(`${action} ${subject}`, Object.keys(details).length === 0 ? '' : JSON.stringify(details)),
  }))
}

function join(head: string, rest: string): string {
  return rest === '' ? head : `${head}  ${rest}`
}
