/** Composition root: ports in, one HTTP application out. */
import { join } from 'node:path'
import { PlatformError } from '@banyan/contract/errors'
import { appMigrations, categoriesSetting, createAppsDomain, ownershipSetting, type Apps } from '#domains/apps'
import { auditMigrations, createAudit, type Audit, type AuditReaders } from '#domains/audit'
import { createBrand } from '#domains/brand'
import { createCodeManagement } from '#domains/code-management'
import { createConsole, workspaceConsoleDir } from '#domains/console'
import { conversationMigrations, createConversations } from '#domains/conversations'
import { createFiles, fileMigrations } from '#domains/files'
import { createGateway, gatewayMigrations } from '#domains/gateway'
import { authorize, authorizeOnPlatform, createIdentity, identityMigrations, type Identity } from '#domains/identity'
import { createLinks, linkMigrations } from '#domains/links'
import { createLive } from '#domains/live'
import { createLogin, loginMigrations, userWaysSetting } from '#domains/login'
import { createMessages, messageMigrations } from '#domains/messages'
import { createOpenid, openidMigrations } from '#domains/openid'
import { createOperations, operationMigrations } from '#domains/operations'
import { createPageChecks, pageCheckMigrations } from '#domains/page-checks'
import { createPortal } from '#domains/portal'
import { createReleasesDomain, releaseMigrations, type Releases } from '#domains/releases'
import { createReview, reviewMigrations } from '#domains/review'
import { createRollout, rolloutMigrations } from '#domains/rollout'
import { createSafety, safetyMigrations } from '#domains/safety'
import { createSettings, settingMigrations, type SettingDefinition } from '#domains/settings'
import { createWebhooks, webhookMigrations } from '#domains/webhooks'
import { createWechat } from '#domains/wechat'
import type { Backup } from '#infra/backup/format.ts'
import { openBlobs } from '#infra/blobs/open-blobs.ts'
import type { S3Options } from '#infra/blobs/s3-blobs.ts'
import { chromiumAt } from '#infra/browser/browser.ts'
import type { Clock } from '#infra/clock/clock.ts'
import { migrate, type Db, type Migrations, type QueryAll } from '#infra/db/database.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import { createEvents } from '#infra/events/events.ts'
import { eventMigrations } from '#infra/events/migration.ts'
import { createHttpApp } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { idempotencyMigrations, idempotentRoutes } from '#infra/http/idempotency.ts'
import { mountOpenApi } from '#infra/http/openapi.ts'
import { randomIds } from '#infra/ids/ids.ts'
import { createJobs } from '#infra/jobs/jobs.ts'
import { databaseLimits, limitMigrations } from '#infra/limits/database-limits.ts'
import { memoryLimits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import { folderMail, smtpMail, type SmtpOptions } from '#infra/mail/mail.ts'
import { createOidcClient, type OidcOptions } from '#infra/oidc/oidc-client.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import { createSigner } from '#infra/signing/signing.ts'
import { createSealing, createSealingKeys } from '#infra/sealing/sealing.ts'
import { openRuntimeFiles } from '#infra/runtime-build.ts'
import { mountHealth } from '#infra/http/health.ts'
import { request } from 'undici'
import { z } from 'zod'

const auditCheck = { name: 'audit-check', schema: z.object({}) }
const auditAnchor = { name: 'audit-anchor', schema: z.object({}) }
const sealSecrets = { name: 'seal-secrets', schema: z.object({}) }
const jobDrainMs = 5000
const anchorTimeoutMs = 10_000

const auditAnchorUrl: SettingDefinition<string> = {
  key: 'audit.anchorUrl',
  schema: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(2000)]),
  defaultValue: '',
  scopes: ['platform'],
  description: {
    zh: '每小时把审计日志的链头（位置与哈希）以 JSON 发送到这个 https 地址；留空则不发送',
    en: 'An https address that gets the head of the audit log, position and hash as JSON, every hour; empty for none',
  },
}

export interface PlatformOptions {
  db: Db
  queryAll: QueryAll
  notifications: Notifications
  /** Other processes may work on the same database. */
  isShared: boolean
  log: Log
  clock: Clock
  dataDir: string
  runtimeDir: string
  consoleDir?: string | undefined
  /** Another site for the files of mini-programs. */
  contentOrigin?: string | undefined
  embedOrigins: readonly string[]
  behindProxy: boolean
  /** Where people reach the platform; asked late, since the port may be known only after listening. */
  origin: () => string
  /** Where this machine reaches the platform, whatever its public address is. */
  localOrigin: () => string
  /** Through which people may sign in. */
  oidc?: (OidcOptions & { name: string; teamOfNewcomers: string | undefined }) | undefined
  /** Seals the secrets of second factors; without it their key lies in the database. */
  secretKey?: string | undefined
  /** A browser that opens the pages of versions under review. */
  chromium?: string | undefined
  isSecure: boolean
  /** Keeps files in a bucket instead of the data folder. */
  s3?: S3Options | undefined
  allowsUnverifiedPhones: boolean
  /** Without it, letters lie in the folder `outbox` of the data folder. */
  smtp: SmtpOptions | undefined
  outbound: Outbound
  /** Makes a backup of everything in a folder that does not exist yet. */
  backUp: (target: string) => Promise<Backup>
}

export interface Platform {
  http: HttpApp
  deliver: Releases['deliver']
  identity: Identity
  /** While false, `/readyz` tells balancers to look elsewhere. */
  setReady(isReady: boolean): void
  /** Ends what goes on in the background. */
  stop(): Promise<void>
}

/** The steps of all tables, in all versions that may still serve. */
export function platformMigrations(): Migrations {
  return {
    ...idempotencyMigrations,
    ...eventMigrations,
    ...limitMigrations,
    ...auditMigrations,
    ...settingMigrations,
    'sealing-0001-keys': createSealingKeys,
    ...identityMigrations,
    ...openidMigrations,
    ...appMigrations,
    ...loginMigrations,
    ...webhookMigrations,
    ...messageMigrations,
    ...conversationMigrations,
    ...linkMigrations,
    ...safetyMigrations,
    ...fileMigrations,
    ...releaseMigrations,
    ...pageCheckMigrations,
    ...reviewMigrations,
    ...rolloutMigrations,
    ...gatewayMigrations,
    ...operationMigrations,
  }
}

export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { db, log } = options
  await migrate(db, platformMigrations(), log)
  const blobs = await openBlobs(options)
  const ports = {
    db,
    log,
    blobs,
    clock: options.clock,
    ids: randomIds,
    limits: options.isShared ? databaseLimits(db) : memoryLimits(),
  }
  const events = createEvents({ ...ports, notifications: options.notifications })
  const jobs = createJobs({ ...ports, queryAll: options.queryAll })

  const audit = createAudit({ ...ports, dataDir: options.dataDir })
  const mail = options.smtp
    ? smtpMail(options.smtp)
    : folderMail(join(options.dataDir, 'outbox'), () => options.clock.now())
  const sealing = createSealing({ db, ownersKey: options.secretKey })
  await sealing.start()
  const sso = options.oidc && { ...options.oidc, client: createOidcClient(options.oidc, options.outbound) }
  const identity = createIdentity({
    ...ports,
    sealing,
    sso,
    audit,
    mail,
    origin: options.origin,
    isSecure: options.isSecure,
    isAppOf: async (workspaceId, appId) => (await apps.findPublic(appId))?.workspaceId === workspaceId,
  })
  const openid = createOpenid({ ...ports, identity, audit, sealing, origin: options.origin })
  const live = createLive({ identity, audit, notifications: options.notifications })
  const settings = createSettings({ ...ports, notifications: options.notifications, audit })
  const isOwnershipRequired = settings.declare<boolean>(ownershipSetting)
  const categories = settings.declare({ ...categoriesSetting, check: (tree) => apps.categories.check(tree) })
  const { outbound } = options
  const apps: Apps = createAppsDomain({ ...ports, identity, audit, events, outbound, isOwnershipRequired, categories })
  const brand = createBrand({ blobs, identity, settings })
  const anchorUrl = settings.declare(auditAnchorUrl)
  const { isSecure, allowsUnverifiedPhones } = options
  const login = createLogin({
    ...ports,
    identity,
    apps,
    audit,
    mail,
    isSecure,
    allowsUnverifiedPhones,
    origin: options.origin,
    sso,
    ways: settings.declare(userWaysSetting),
  })
  const webhooks = createWebhooks({ ...ports, identity, apps, audit, events, outbound: options.outbound })
  const messages = createMessages({
    ...ports,
    jobs,
    mail,
    identity,
    apps,
    audit,
    login,
    webhooks,
    origin: options.origin,
  })
  const links = createLinks({ ...ports, login, signer: createSigner(ports), origin: options.origin })
  const conversations = createConversations({ ...ports, apps, login, webhooks })
  const safety = createSafety({ ...ports, identity, audit, login, webhooks, outbound: options.outbound, providers: [] })
  const files = createFiles({ ...options, ...ports, jobs, sealing, identity, apps, audit, settings, login })
  const wechat = createWechat({ login })
  const { notifications } = options
  const releases = createReleasesDomain({
    ...ports,
    notifications,
    identity,
    apps,
    audit,
    settings,
    webhooks,
    origin: options.origin,
    runtime: openRuntimeFiles(options.runtimeDir),
    contentOrigin: options.contentOrigin,
    embedOrigins: options.embedOrigins,
  })
  const browsers = chromiumAt(options.chromium)
  const { localOrigin } = options
  const pageChecks = createPageChecks({ ...ports, jobs, browsers, identity, audit, apps, releases, localOrigin })
  const review = createReview({ ...ports, identity, audit, apps, releases, pageChecks, webhooks })
  const rollout = createRollout({ ...ports, notifications, identity, audit, apps, login, releases, isSecure })
  const codeManagement = createCodeManagement({ apps, login, settings, releases, review, rollout })
  const gateway = createGateway({ ...ports, notifications, identity, apps, releases, outbound: options.outbound })
  const portal = createPortal({ ...ports, audit, apps, brand, identity, settings, origin: options.origin })
  const operations = createOperations({ ...options, ...ports, jobs, events, identity, audit, brand, mail })
  const console = createConsole({ identity, brand, consoleDir: options.consoleDir ?? workspaceConsoleDir() })

  const http = createHttpApp({ log, ids: randomIds, behindProxy: options.behindProxy, isSecure: options.isSecure })
  http.use(operations.measure)
  http.use(brand.wear)
  http.route('/', identity.guard)
  http.route('/', idempotentRoutes(ports))
  const health = mountHealth(http, db)
  http.route('/', audit.routes(auditReaders(identity)))
  for (const domain of [
    identity,
    openid,
    live,
    apps,
    brand,
    login,
    webhooks,
    messages,
    conversations,
    links,
    safety,
    files,
    wechat,
    releases,
    pageChecks,
    review,
    rollout,
    codeManagement,
    gateway,
    portal,
    operations,
    console,
  ])
    http.route('/', domain.routes)
  http.route('/', settings.routes({ identity, apps }))
  mountOpenApi(http)
  jobs.define(auditCheck, checkAudit(audit, log), { schedule: '30 3 * * *', retries: 1 })
  jobs.define(sealSecrets, () => identity.secondFactor.sealAll(), { schedule: '50 3 * * *', retries: 1 })
  jobs.define(auditAnchor, sendAnchor(audit, anchorUrl, options.outbound), { schedule: '7 * * * *', retries: 3 })
  options.notifications.start()
  await settings.start()
  await events.start()
  jobs.start()
  audit.start()
  review.start()
  rollout.advancing.start()
  webhooks.deliveries.start()
  await safety.resume()
  return {
    http,
    deliver: releases.deliver,
    identity,
    setReady(isReady) {
      health.setReady(isReady)
      // Who drains does not wait for those who listen.
      if (!isReady) live.stop()
    },
    async stop() {
      await jobs.stop(jobDrainMs)
      await events.stop()
      settings.stop()
      await webhooks.deliveries.stop()
      await review.stop()
      await rollout.advancing.stop()
      await gateway.stop()
      operations.stop()
      await audit.stop()
    },
  }
}

/** Nightly: nobody has to ask. */
function checkAudit(audit: Audit, log: Log): () => Promise<void> {
  return async () => {
    const { isIntact, faults } = await audit.verify()
    if (!isIntact) log.error({ faults }, 'the audit log was tampered with')
  }
}

function sendAnchor(audit: Audit, url: () => string, outbound: Outbound): () => Promise<void> {
  return async () => {
    if (url() === '') return
    const { head } = await audit.verify()
    const { statusCode, body } = await request(url(), {
      dispatcher: outbound.guarded,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(head),
      signal: AbortSignal.timeout(anchorTimeoutMs),
    })
    await body.dump()
    if (statusCode >= 300) throw new Error(`the anchor's address answered ${statusCode}`)
  }
}

function auditReaders(identity: Identity): AuditReaders {
  return {
    async workspaceOf(c) {
      const caller = await identity.requireCaller(c)
      authorize(caller, 'audit.read')
      if (caller.workspaceId === '') throw new PlatformError('identity.workspaceNotFound')
      return caller.workspaceId
    },
    requireAll: async (c) => authorizeOnPlatform(await identity.requireCaller(c), 'audit.readAll'),
  }
}
