/** The home page of the platform: what its staff puts above the list of all mini-programs. */
import { z } from 'zod'
import type { ApiRoute } from './api-route.ts'
import { appIdSchema } from './apps.ts'
import { brandLogoSchema } from './brand.ts'

const titleSchema = z.strictObject({ zh: z.string().trim().max(40), en: z.string().trim().max(40) })
const textSchema = z.strictObject({ zh: z.string().trim().max(120), en: z.string().trim().max(120) })
const timeSchema = z.iso.datetime().nullable()

/** `banner`: one wide link with a picture to the first app; `featured`: a row of large entries; `collection`: a list with a heading. */
export const slotKinds = ['banner', 'featured', 'collection'] as const

export const slotSchema = z
  .strictObject({
    id: z.string().regex(/^[\w-]{1,40}$/),
    kind: z.enum(slotKinds),
    title: titleSchema,
    text: textSchema,
    /** Of a banner; PUT it first. */
    picture: brandLogoSchema.nullable(),
    /** In their order; one that is not published, or hidden, is left out, and a slot without any is not shown. */
    apps: z.array(appIdSchema).min(1).max(20),
    /** Shown in this time only; null: from ever, for ever. */
    from: timeSchema,
    until: timeSchema,
    isOn: z.boolean(),
  })
  .refine(({ from, until }) => from === null || until === null || from < until, {
    path: ['until'],
    message: 'ends before it begins',
  })
export type Slot = z.infer<typeof slotSchema>

export const slotsSchema = z
  .array(slotSchema)
  .max(20)
  .refine((slots) => new Set(slots.map(({ id }) => id)).size === slots.length, 'an id stands twice')

/** The setting that holds them, in their order. */
export const slotsKey = 'portal.slots'

export const slotPictureMaxBytes = 1024 * 1024
export const slotPictureSchema = brandLogoSchema
export type SlotPicture = z.infer<typeof slotPictureSchema>

/** Of a picture that stands in a slot. */
export function slotPicturePath({ hash }: Pick<SlotPicture, 'hash'>): string {
  return `/-/portal/${hash}`
}

export const portalApiRoutes = {
  /** image bytes -> SlotPicture, to be put into a slot */
  addSlotPicture: {
    method: 'POST',
    path: '/api/v1/platform/portal-pictures',
    access: { permission: 'platform.edit' },
  },
} as const satisfies Readonly<Record<string, ApiRoute>>
