import { brandLogoSchema, logoMaxBytes, type BrandLogo } from '@banyan/contract/brand'
import { PlatformError } from '@banyan/contract/errors'
import { settingSchema } from '@banyan/contract/settings'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { authorizeOnPlatform, type Identity } from '#domains/identity'
import type { Settings } from '#domains/settings'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import { readBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { brandMark } from '#infra/http/html-page.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import { imageMediaType } from '#infra/pictures/image-media-type.ts'
import { logoKey } from './definitions.ts'

export interface BrandRouteOptions {
  blobs: Blobs
  identity: Identity
  settings: Settings
  logo: () => BrandLogo | null
  color: () => string
}

export function brandRoutes({ blobs, identity, settings, logo, color }: BrandRouteOptions): HttpApp {
  const router = createRouter()
  router.openapi(
    createRoute({
      ...routeOf('setBrandLogo', 'settings'),
      summary: "Set the platform's mark",
      request: {
        body: { content: { 'image/png': { schema: z.string().meta({ format: 'binary' }) } }, required: true },
      },
      responses: { 200: answer('The setting', settingSchema.meta({ id: 'Setting' })), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      authorizeOnPlatform(caller, 'platform.edit')
      const bytes = await readBody(c, logoMaxBytes)
      const mediaType = imageMediaType(bytes)
      if (mediaType === undefined) throw new PlatformError('app.iconInvalid')
      const hash = await blobs.put(bytes)
      await blobs.flush([hash])
      const value = brandLogoSchema.parse({ hash, mediaType })
      return c.json(await settings.service.set(caller, {}, { key: logoKey, value }), 200)
    },
  )
  // One address for ever: pages kept in browsers, service workers and mails name it.
  router.get('/favicon.svg', async (c) => {
    const chosen = logo()
    const bytes = chosen && (await blobs.read(chosen.hash))
    const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': "default-src 'none'" }
    const tag = `"${bytes ? chosen.hash.slice(0, 16) : `mark-${color()}`}"`
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, { ...headers, ETag: tag })
    if (!bytes) return c.body(brandMark(color()), 200, { ...headers, ETag: tag, 'Content-Type': 'image/svg+xml' })
    return c.body(new Uint8Array(bytes), 200, { ...headers, ETag: tag, 'Content-Type': chosen.mediaType })
  })
  return router
}
