/** Where files go and come from, for whoever has an address that an app's server gave out. No session counts here. */
import { createHash } from 'node:crypto'
import { PlatformError } from '@banyan/contract/errors'
import type { FileVariant } from '@banyan/contract/files'
import { canonicalJson } from '#infra/canonical-json.ts'
import type { Limits } from '#infra/limits/limits.ts'
import { readBody } from '#infra/http/body.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { createImmutableFiles, type ImmutableFile } from '#infra/http/immutable-files.ts'
import type { FileService } from './service.ts'
import type { FileRow, FileStore } from './store.ts'
import type { Tickets } from './tickets.ts'
import { createVariants, variantMediaTypes } from './variants.ts'

export interface TicketRouteOptions {
  service: FileService
  store: FileStore
  tickets: Tickets
  limits: Limits
}

/** Parts of a form beside the file. */
const formBytes = 64 * 1024
const memoryBytes = 64 * 1024 ** 2
const uploadsPerMinute = { uses: 120, perSeconds: 60 }

export function ticketRoutes({ service, store, tickets, limits }: TicketRouteOptions): HttpApp {
  const router = createRouter()
  const files = createImmutableFiles(memoryBytes)
  const variants = createVariants()
  const uploads = limits.rate('file-uploads', uploadsPerMinute)

  router.options('/user-files/*', (c) => {
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Access-Control-Allow-Methods', 'GET, POST, PUT')
    c.header('Access-Control-Allow-Headers', '*')
    c.header('Access-Control-Max-Age', '86400')
    return c.body(null, 204)
  })

  for (const method of ['POST', 'PUT']) {
    router.on(method, '/user-files/upload/:ticket', async (c) => {
      c.header('Access-Control-Allow-Origin', '*')
      const ticket = await tickets.openUpload(c.req.param('ticket'))
      await uploads.use(`${ticket.appId} ${c.get('clientAddress')}`)
      const { bytes, mediaType } = await readFile(c, ticket.maxBytes)
      const file = await service.add(ticket, bytes, mediaType)
      return c.json({ ...file, fileID: `cloud://${ticket.appId}/${file.path}` }, 201)
    })
  }

  router.get('/user-files/:ticket/:name', async (c) => {
    c.header('Access-Control-Allow-Origin', '*')
    const { appId, fileId, variant } = await tickets.openLink(c.req.param('ticket'))
    const row = await store.file(appId, fileId)
    if (!row) throw new PlatformError('file.notFound')
    const key = `${appId} ${row.sha256} ${row.media_type} ${variant ? canonicalJson(variant) : ''}`
    const response = await files.respond(c.req.raw, key, () => load(row, variant))
    if (!response) throw new PlatformError('file.notFound')
    const headers = new Headers(response.headers)
    headers.set('Access-Control-Allow-Origin', '*')
    headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
    // Another file may come to lie at the path, and this one may be taken away.
    headers.set('Cache-Control', 'private, max-age=300')
    return new Response(response.body, { status: response.status, headers })
  })

  return router

  async function load(row: FileRow, variant: FileVariant | undefined): Promise<ImmutableFile | undefined> {
    const bytes = await service.load(row)
    if (!bytes || !variant) return bytes && { bytes, mediaType: row.media_type, hash: row.sha256 }
    const made = await variants.make(bytes, variant)
    const hash = createHash('sha256').update(made).digest('hex')
    return { bytes: made, mediaType: variantMediaTypes[variant.format], hash }
  }
}

/** The part `file` of a form, as `wx.uploadFile` and WeChat's storage send it, or the body itself. */
async function readFile(c: HttpContext, maxBytes: number): Promise<{ bytes: Buffer; mediaType: string }> {
  const contentType = c.req.header('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data')) {
    return { bytes: await readBody(c, maxBytes), mediaType: contentType }
  }
  const body = await readBody(c, maxBytes + formBytes)
  const headers = { 'content-type': contentType }
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch((cause: unknown) => {
    throw new PlatformError('request.invalid', { cause })
  })
  const file = form.get('file')
  if (!(file instanceof Blob)) throw new PlatformError('request.invalid', { detail: 'the form has no part "file"' })
  if (file.size > maxBytes) throw new PlatformError('request.tooLarge', { detail: `at most ${maxBytes} bytes` })
  return { bytes: Buffer.from(await file.arrayBuffer()), mediaType: file.type }
}
