/** Pictures of banners: staff puts them, everybody sees those that stand in a slot. */
import { slotPictureMaxBytes, slotPictureSchema, type Slot } from '@banyan/contract/portal'
import { PlatformError } from '@banyan/contract/errors'
import { createRoute, z } from '@hono/zod-openapi'
import type { Audit } from '#domains/audit'
import { authorizeOnPlatform, type Identity } from '#domains/identity'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Db } from '#infra/db/database.ts'
import { readBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import { imageMediaType } from '#infra/pictures/image-media-type.ts'

export interface SlotPicturePorts {
  db: Db
  audit: Pick<Audit, 'record'>
  blobs: Blobs
  identity: Identity
  slots: () => readonly Slot[]
}

export function slotPictureRoutes({ db, audit, blobs, identity, slots }: SlotPicturePorts): HttpApp {
  const router = createRouter()
  router.openapi(
    createRoute({
      ...routeOf('addSlotPicture', 'platform'),
      summary: 'Put a picture that a banner of the home page shows',
      request: {
        body: { content: { 'image/png': { schema: z.string().meta({ format: 'binary' }) } }, required: true },
      },
      responses: { 201: answer('The picture', slotPictureSchema.meta({ id: 'SlotPicture' })), ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      authorizeOnPlatform(caller, 'platform.edit')
      const bytes = await readBody(c, slotPictureMaxBytes)
      const mediaType = imageMediaType(bytes)
      if (mediaType === undefined) throw new PlatformError('app.iconInvalid')
      const hash = await blobs.put(bytes)
      await blobs.flush([hash])
      await db
        .transaction()
        .execute((transaction) =>
          audit.record(transaction, { actor: caller, action: 'portal.addPicture', subject: hash, details: {} }),
        )
      return c.json(slotPictureSchema.parse({ hash, mediaType }), 201)
    },
  )
  router.get('/-/portal/:hash', async (c) => {
    const picture = slots().find((slot) => slot.picture?.hash === c.req.param('hash'))?.picture
    const bytes = picture && (await blobs.read(picture.hash))
    if (!bytes) return c.notFound()
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': picture.mediaType,
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
  return router
}
