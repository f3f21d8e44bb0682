import { appIdSchema } from '@banyan/contract/apps'
import {
  createFileLinkInputSchema,
  createFileUploadInputSchema,
  fileIdSchema,
  fileListQuerySchema,
  fileListSchema,
  fileTicketSchema,
  storedFileSchema,
} from '@banyan/contract/files'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Apps } from '#domains/apps'
import { authorize, type Caller, type Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { FileService } from './service.ts'

const params = z.object({ appId: appIdSchema })
const fileParams = params.extend({ fileId: fileIdSchema })
const middleware = limitBody(16 * 1024)
const ticket = fileTicketSchema.meta({ id: 'FileTicket' })

export function fileRoutes(options: { service: FileService; apps: Apps; identity: Identity }): HttpApp {
  const { service, apps, identity } = options
  const router = createRouter()

  /** Whoever may, in his own team; staff, where they may read. */
  async function require(c: HttpContext, appId: string, permission: 'data.read' | 'file.manage'): Promise<Caller> {
    const caller = await identity.requireCaller(c)
    authorize(caller, permission, { appId })
    await apps.require(caller, appId, permission)
    return caller
  }

  router.openapi(
    createRoute({
      ...routeOf('listFiles', 'files'),
      summary: 'List what an app keeps for its users',
      request: { params, query: fileListQuerySchema },
      responses: { 200: answer('Files', fileListSchema.meta({ id: 'FileList' })), ...problemAnswer },
    }),
    async (c) => {
      const { appId } = c.req.valid('param')
      await require(c, appId, 'data.read')
      return c.json(await service.list(appId, c.req.valid('query')), 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('readFile', 'files'),
      summary: 'Read what a file is',
      request: { params: fileParams },
      responses: { 200: answer('The file', storedFileSchema.meta({ id: 'StoredFile' })), ...problemAnswer },
    }),
    async (c) => {
      const { appId, fileId } = c.req.valid('param')
      await require(c, appId, 'data.read')
      return c.json(await service.read(appId, fileId), 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('createFileLink', 'files'),
      summary: 'Make an address of a file, or of a smaller picture of it',
      middleware,
      request: { params: fileParams, ...jsonBody(createFileLinkInputSchema.meta({ id: 'CreateFileLinkInput' })) },
      responses: { 201: answer('The address', ticket), ...problemAnswer },
    }),
    async (c) => {
      const { appId, fileId } = c.req.valid('param')
      await require(c, appId, 'data.read')
      return c.json(await service.createLink(appId, fileId, c.req.valid('json')), 201)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('createFileUpload', 'files'),
      summary: 'Make an address that takes a file',
      middleware,
      request: { params, ...jsonBody(createFileUploadInputSchema.meta({ id: 'CreateFileUploadInput' })) },
      responses: { 201: answer('The address', ticket), ...problemAnswer },
    }),
    async (c) => {
      const { appId } = c.req.valid('param')
      await require(c, appId, 'file.manage')
      const { url, expiresAt } = await service.createUpload(appId, c.req.valid('json'))
      return c.json({ url, expiresAt }, 201)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('deleteFile', 'files'),
      summary: 'Delete a file',
      request: { params: fileParams },
      responses: { 204: { description: 'Deleted' }, ...problemAnswer },
    }),
    async (c) => {
      const { appId, fileId } = c.req.valid('param')
      await service.delete(await require(c, appId, 'file.manage'), appId, fileId)
      return c.body(null, 204)
    },
  )
  return router
}
