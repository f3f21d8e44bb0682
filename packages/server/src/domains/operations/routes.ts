import { PlatformError } from '@banyan/contract/errors'
import {
  backupListSchema,
  backupRecordSchema,
  jobListSchema,
  jobQuerySchema,
  systemHealthSchema,
} from '@banyan/contract/operations'
import { mailTestSchema, readinessSchema } from '@banyan/contract/readiness'
import { createRoute, z } from '@hono/zod-openapi'
import { authorizeOnPlatform, type Identity } from '#domains/identity'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import type { BackupService } from './backups.ts'
import type { Health } from './health.ts'
import type { JobDesk } from './job-desk.ts'
import { bearerOf, type Metrics } from './metrics.ts'
import type { ReadinessService } from './readiness.ts'

export interface OperationRoutePorts {
  identity: Identity
  desk: JobDesk
  health: Health
  backups: BackupService
  metrics: Metrics
  readiness: ReadinessService
}

const backup = backupRecordSchema.meta({ id: 'BackupRecord' })

export function operationRoutes({ identity, desk, health, backups, metrics, readiness }: OperationRoutePorts): HttpApp {
  const router = createRouter()

  router.openapi(
    createRoute({
      ...routeOf('listJobs', 'operations'),
      summary: 'List work in the background, newest first',
      request: { query: jobQuerySchema },
      responses: { 200: answer('Jobs', jobListSchema.meta({ id: 'JobList' })), ...problemAnswer },
    }),
    async (c) => c.json(await desk.list(await identity.requireCaller(c), c.req.valid('query')), 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('retryJob', 'operations'),
      summary: 'Try a failed job once more',
      request: { params: z.object({ jobName: z.string().max(80), jobId: z.string().max(64) }) },
      responses: { 204: { description: 'It waits again' }, ...problemAnswer },
    }),
    async (c) => {
      await desk.retry(await identity.requireCaller(c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('readSystemHealth', 'operations'),
      summary: 'Read how the installation is',
      responses: { 200: answer('Health', systemHealthSchema.meta({ id: 'SystemHealth' })), ...problemAnswer },
    }),
    async (c) => c.json(await health.read(await identity.requireCaller(c)), 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('readReadiness', 'operations'),
      summary: 'Read what is left before the platform is shown to the public',
      responses: {
        200: answer('What is done and what is left', readinessSchema.meta({ id: 'Readiness' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await readiness.read(await identity.requireCaller(c)), 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('testMail', 'operations'),
      summary: 'Send a letter to oneself',
      responses: { 200: answer('Where it went', mailTestSchema.meta({ id: 'MailTest' })), ...problemAnswer },
    }),
    async (c) => c.json(await readiness.testMail(await identity.requireCaller(c)), 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('listBackups', 'operations'),
      summary: 'List backups, newest first',
      responses: { 200: answer('Backups', backupListSchema.meta({ id: 'BackupList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await backups.list(await identity.requireCaller(c)) }, 200),
  )

  router.openapi(
    createRoute({
      ...routeOf('startBackup', 'operations'),
      summary: 'Make a backup',
      responses: { 202: answer('It has begun', backup), ...problemAnswer },
    }),
    async (c) => c.json(await backups.start(await identity.requireCaller(c)), 202),
  )

  // Not an operation of the open API: monitoring systems read it, by the token in the data folder. Staff may look as well.
  router.get('/metrics', async (c) => {
    if (c.req.header('cookie') === undefined || c.req.header('authorization') !== undefined) {
      if (!(await metrics.isToken(bearerOf(c.req.header('authorization'))))) {
        throw new PlatformError('identity.signInRequired')
      }
    } else authorizeOnPlatform(await identity.requireCaller(c), 'platform.read')
    return c.body(await metrics.text(), 200, { 'Content-Type': metrics.mediaType })
  })

  return router
}
