import { PlatformError } from '@banyan/contract/errors'
import type { PageReport } from '@banyan/contract/page-checks'
import type { CheckResult } from '@banyan/contract/review'
import { z } from 'zod'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import { authorize, authorizeOnPlatform, type Caller } from '#domains/identity'
import type { Releases } from '#domains/releases'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Browsers } from '#infra/browser/browser.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'
import type { Log } from '#infra/log/log.ts'
import { lookAtVersion, pageLimit } from './look-at-version.ts'
import { createPageCheckStore, type PageReportRow } from './store.ts'
import { summarize } from './summary.ts'

export interface PageCheckPorts {
  db: Db
  log: Log
  blobs: Blobs
  clock: Clock
  jobs: Jobs
  browsers: Browsers
  apps: Apps
  audit: Audit
  releases: Releases
  /** Where this machine reaches the platform. */
  localOrigin: () => string
}

export type OnPagesChecked = (checked: { appId: string; version: string; check: CheckResult }) => Promise<void>

interface Target {
  appId: string
  version: string
}

export const pageCheckJob = { name: 'page-check', schema: z.object({ appId: z.string(), version: z.string() }) }
export const jobSeconds = 900
/** Leaves time to write down what was seen before the job counts as lost. */
const lookMs = 780_000
const linkMinutes = 20
const noBrowser = 'there is no browser on this server'
/** A job that was lost with its process does not stand in the way for ever. */
const lostMs = 2 * jobSeconds * 1000

export type PageCheckService = ReturnType<typeof createPageCheckService>

export function createPageCheckService(ports: PageCheckPorts, tell: OnPagesChecked) {
  const { db, clock, apps, releases, browsers } = ports
  const store = createPageCheckStore(db)

  const fresh = ({ appId, version }: Target): PageReportRow => ({
    app_id: appId,
    version,
    state: 'waiting',
    reason: null,
    requested_at: clock.now(),
    finished_at: null,
    compared_with: null,
    pages: [],
  })

  /** In the transaction of whoever wants it; says what is known at once. */
  async function request(transaction: Db, target: Target): Promise<PageReportRow> {
    const inside = createPageCheckStore(transaction)
    const isThere = await browsers.isThere()
    const row: PageReportRow = isThere
      ? fresh(target)
      : { ...fresh(target), state: 'skipped', reason: noBrowser, finished_at: clock.now() }
    await inside.save(row)
    if (isThere) await ports.jobs.send(transaction, pageCheckJob, { appId: target.appId, version: target.version })
    return row
  }

  async function require({ appId, version }: Target): Promise<PageReportRow> {
    const row = await store.report(appId, version)
    if (!row) throw new PlatformError('pageCheck.none', { detail: version })
    return row
  }

  async function check(caller: Caller, target: Target): Promise<PageReport> {
    const app = await apps.findPublic(target.appId)
    if (!app) throw new PlatformError('app.notFound')
    if (!(await releases.readContents(target.appId, target.version))) {
      throw new PlatformError('release.versionNotFound', { detail: target.version })
    }
    if (!(await browsers.isThere())) throw new PlatformError('pageCheck.noBrowser')
    const known = await store.report(target.appId, target.version)
    if (known && isRunning(known) && clock.now().getTime() - known.requested_at.getTime() < lostMs) {
      throw new PlatformError('pageCheck.runs')
    }
    return db.transaction().execute(async (transaction) => {
      const row = await request(transaction, target)
      await ports.audit.record(transaction, {
        ...{ workspaceId: app.workspaceId, appId: app.id, actor: caller },
        ...{ action: 'releases.checkPages', subject: target.version },
      })
      return present(row)
    })
  }

  async function readImage({ image, ...target }: Target & { image: string }): Promise<Buffer> {
    const { pages } = await require(target)
    const isOurs = pages.some(
      ({ screenshot, difference }) =>
        screenshot === image || difference?.image === image || difference?.before === image,
    )
    const bytes = isOurs ? await ports.blobs.read(image) : undefined
    if (!bytes) throw new PlatformError('pageCheck.none', { detail: image })
    return bytes
  }

  async function look(target: Target, row: PageReportRow): Promise<PageReportRow> {
    const contents = await releases.readContents(target.appId, target.version)
    if (!contents) return { ...row, state: 'skipped', reason: 'the version is gone' }
    const current = (await apps.findPublic(target.appId))?.currentVersion ?? null
    const before = current === target.version ? null : current
    const origin = new URL(ports.localOrigin()).origin
    const [link, linkBefore] = await Promise.all([
      releases.previews.forPlatform(target, linkMinutes),
      before === null
        ? undefined
        : releases.previews.forPlatform({ appId: target.appId, version: before }, linkMinutes),
    ])
    const knownPages = before === null ? undefined : await releases.readContents(target.appId, before)
    const session = await browsers.open(origin)
    try {
      const pages = await lookAtVersion({
        ...{ session, blobs: ports.blobs, pages: contents.pages },
        addressOf: (path) => `${origin}${link.path}${path}`,
        addressBefore: (path) =>
          linkBefore && knownPages?.pages.includes(path) ? `${origin}${linkBefore.path}${path}` : undefined,
        endAt: performance.now() + lookMs,
      })
      const left = contents.pages.length - pages.length
      const reason =
        left === 0 ? null : `${left} pages were not opened: at most ${pageLimit}, within ${lookMs / 60_000} minutes`
      return { ...row, state: 'finished', reason, compared_with: before, pages }
    } finally {
      await session.close()
      await Promise.all([link.remove(), linkBefore?.remove()])
    }
  }

  async function summaryOf(target: Target, row: PageReportRow): Promise<CheckResult> {
    const contents = await releases.readContents(target.appId, target.version)
    return summarize(present(row), contents?.entryPage ?? '')
  }

  return {
    async read(caller: Caller, target: Target): Promise<PageReport> {
      authorize(caller, 'app.read', { appId: target.appId })
      await apps.require(caller, target.appId)
      return present(await require(target))
    },

    async checkAgain(caller: Caller, target: Target): Promise<PageReport> {
      authorize(caller, 'version.submit', { appId: target.appId })
      await apps.require(caller, target.appId)
      return check(caller, target)
    },

    async image(caller: Caller, target: Target & { image: string }): Promise<Buffer> {
      authorize(caller, 'app.read', { appId: target.appId })
      await apps.require(caller, target.appId)
      return readImage(target)
    },

    async readAsReviewer(caller: Caller, target: Target): Promise<PageReport> {
      authorizeOnPlatform(caller, 'review.decide')
      return present(await require(target))
    },

    async checkAsReviewer(caller: Caller, target: Target): Promise<PageReport> {
      authorizeOnPlatform(caller, 'review.decide')
      return check(caller, target)
    },

    async imageAsReviewer(caller: Caller, target: Target & { image: string }): Promise<Buffer> {
      authorizeOnPlatform(caller, 'review.decide')
      return readImage(target)
    },

    /** For a version that is handed in: what there is to say now. A report that is finished counts again, as versions never change. */
    async request(transaction: Db, target: Target): Promise<CheckResult> {
      const known = await createPageCheckStore(transaction).report(target.appId, target.version)
      const row = known?.state === 'finished' ? known : await request(transaction, target)
      return summaryOf(target, row)
    },

    /** The job. What goes wrong in the browser is part of the report. */
    async run(target: Target): Promise<void> {
      const row = {
        ...((await store.report(target.appId, target.version)) ?? fresh(target)),
        state: 'running',
      } as const
      await store.save(row)
      const done = await look(target, row).catch((error: unknown): PageReportRow => {
        ports.log.warn({ err: error, ...target }, 'the pages of a version could not be opened')
        return { ...row, state: 'failed', reason: 'the browser could not be used' }
      })
      const finished = { ...done, finished_at: clock.now() }
      await store.save(finished)
      await tell({ ...target, check: await summaryOf(target, finished) })
    },
  }
}

const isRunning = ({ state }: PageReportRow): boolean => state === 'waiting' || state === 'running'

function present(row: PageReportRow): PageReport {
  return {
    appId: row.app_id,
    version: row.version,
    state: row.state,
    reason: row.reason,
    requestedAt: row.requested_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    comparedWith: row.compared_with,
    pages: [...row.pages],
  }
}
