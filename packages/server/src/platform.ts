/** Composition root: ports in, one HTTP application out. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PlatformError } from '@banyan/contract/errors'
import { appMigrations, createAppsDomain, type Apps } from '#domains/apps'
import { auditMigrations, createAudit, type AuditReaders } from '#domains/audit'
import { createConsole } from '#domains/console'
import { conversationMigrations, createConversations } from '#domains/conversations'
import { createGateway } from '#domains/gateway'
import { authorize, authorizeOnPlatform, createIdentity, identityMigrations, type Identity } from '#domains/identity'
import { createLinks, linkMigrations } from '#domains/links'
import { createLogin, loginMigrations } from '#domains/login'
import { createMessages, messageMigrations } from '#domains/messages'
import { createPortal } from '#domains/portal'
import { createReleasesDomain, releaseMigrations, type Releases } from '#domains/releases'
import { createReview, reviewMigrations } from '#domains/review'
import { createRollout, rolloutMigrations } from '#domains/rollout'
import { createSafety, safetyMigrations } from '#domains/safety'
import { createWebhooks, webhookMigrations } from '#domains/webhooks'
import { createWechat } from '#domains/wechat'
import { openLocalBlobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import { migrate, type Db } from '#infra/db/database.ts'
import { createHttpApp } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { idempotencyMigrations, idempotentRoutes } from '#infra/http/idempotency.ts'
import { mountOpenApi } from '#infra/http/openapi.ts'
import { randomIds } from '#infra/ids/ids.ts'
import { memoryLimits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import { folderMail, smtpMail, type SmtpOptions } from '#infra/mail/mail.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import { openRuntimeFiles } from '#infra/runtime-build.ts'
import { mountHealth } from '#infra/http/health.ts'

export interface PlatformOptions {
  db: Db
  log: Log
  clock: Clock
  dataDir: string
  runtimeDir: string
  behindProxy: boolean
  /** Where people reach the platform; asked late, since the port may be known only after listening. */
  origin: () => string
  isSecure: boolean
  allowsUnverifiedPhones: boolean
  /** Without it, letters lie in the folder `outbox` of the data folder. */
  smtp: SmtpOptions | undefined
  outbound: Outbound
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

export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { db, log } = options
  const migrations = {
    ...idempotencyMigrations,
    ...auditMigrations,
    ...identityMigrations,
    ...appMigrations,
    ...loginMigrations,
    ...webhookMigrations,
    ...messageMigrations,
    ...conversationMigrations,
    ...linkMigrations,
    ...safetyMigrations,
    ...releaseMigrations,
    ...reviewMigrations,
    ...rolloutMigrations,
  }
  await migrate(db, migrations, log)
  const blobFolder = join(options.dataDir, 'blobs')
  await mkdir(blobFolder, { recursive: true, mode: 0o700 })
  const blobs = await openLocalBlobs(blobFolder)
  const ports = { db, log, blobs, clock: options.clock, ids: randomIds, limits: memoryLimits() }

  const audit = createAudit({ ...ports, dataDir: options.dataDir })
  const mail = options.smtp
    ? smtpMail(options.smtp)
    : folderMail(join(options.dataDir, 'outbox'), () => options.clock.now())
  const identity = createIdentity({
    ...ports,
    audit,
    mail,
    origin: options.origin,
    isSecure: options.isSecure,
    isAppOf: async (workspaceId, appId) => (await apps.findPublic(appId))?.workspaceId === workspaceId,
  })
  const apps: Apps = createAppsDomain({ ...ports, identity, audit })
  const { isSecure, allowsUnverifiedPhones } = options
  const login = createLogin({ ...ports, identity, apps, audit, mail, isSecure, allowsUnverifiedPhones })
  const webhooks = createWebhooks({ ...ports, identity, apps, audit, outbound: options.outbound })
  const messages = createMessages({ ...ports, identity, apps, audit, login, webhooks, origin: options.origin })
  const links = createLinks({ ...ports, login, origin: options.origin })
  const conversations = createConversations({ ...ports, apps, login, webhooks })
  const safety = createSafety({ ...ports, identity, login, webhooks, outbound: options.outbound, providers: [] })
  const wechat = createWechat({ login })
  const releases = createReleasesDomain({
    ...ports,
    identity,
    apps,
    audit,
    origin: options.origin,
    runtime: openRuntimeFiles(options.runtimeDir),
  })
  const review = createReview({ ...ports, identity, audit, apps, releases })
  const rollout = createRollout({ ...ports, identity, audit, apps, login, releases, isSecure })
  const gateway = createGateway({ ...ports, apps, outbound: options.outbound })
  const portal = createPortal({ apps })
  const console = createConsole({ identity, apps, releases })

  const http = createHttpApp({ log, ids: randomIds, behindProxy: options.behindProxy, isSecure: options.isSecure })
  http.route('/', identity.guard)
  http.route('/', idempotentRoutes(ports))
  const health = mountHealth(http, db)
  http.route('/', audit.routes(auditReaders(identity)))
  for (const domain of [
    identity,
    apps,
    login,
    webhooks,
    messages,
    conversations,
    links,
    safety,
    wechat,
    releases,
    review,
    rollout,
    gateway,
    portal,
    console,
  ])
    http.route('/', domain.routes)
  mountOpenApi(http)
  audit.start()
  review.start()
  rollout.advancing.start()
  webhooks.deliveries.start()
  await safety.resume()
  return {
    http,
    deliver: releases.deliver,
    identity,
    setReady: (isReady) => health.setReady(isReady),
    async stop() {
      await webhooks.deliveries.stop()
      await review.stop()
      await rollout.advancing.stop()
      await audit.stop()
    },
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
