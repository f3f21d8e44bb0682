/** What a mini-program says about itself, and how it stands with the platform. */
import { z } from 'zod'
import { appStandingSchema } from './app-standing.ts'
import { appIdSchema } from './apps.ts'
import { categorySchema } from './categories.ts'

/** Kinds of personal data that a mini-program may ask for, and by which functions. */
export const dataKinds = {
  userInfo: ['getUserProfile', 'getUserInfo'],
  phoneNumber: ['getPhoneNumber', 'getRealtimePhoneNumber'],
  location: [
    'getLocation',
    'getFuzzyLocation',
    'startLocationUpdate',
    'chooseLocation',
    'choosePoi',
    'onLocationChange',
  ],
  address: ['chooseAddress'],
  invoice: ['chooseInvoice', 'chooseInvoiceTitle'],
  albumRead: ['chooseImage', 'chooseVideo', 'chooseMedia', 'chooseMessageFile'],
  albumWrite: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  camera: ['createCameraContext', 'scanCode'],
  microphone: ['getRecorderManager', 'startRecord', 'joinVoIPChat'],
  bluetooth: ['openBluetoothAdapter', 'createBLEConnection'],
  contacts: ['chooseContact', 'addPhoneContact'],
  calendar: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
  clipboard: ['getClipboardData'],
  steps: ['getWeRunData'],
  motion: ['startAccelerometer', 'startGyroscope', 'startCompass', 'startDeviceMotionListening'],
} as const
export type DataKind = keyof typeof dataKinds
const dataKindNames = z.enum(Object.keys(dataKinds))

export const privacyEntrySchema = z.object({ kind: dataKindNames, reason: z.string().trim().min(1).max(200) })
export type PrivacyEntry = z.infer<typeof privacyEntrySchema>

const originListSchema = z.array(z.string().max(255)).max(200)

export const appProfileSchema = z.object({
  appId: appIdSchema,
  standing: appStandingSchema,
  standingReason: z.string().nullable(),
  /** Until when a suspension may be appealed against. */
  appealUntil: z.iso.datetime().nullable(),
  appeal: z.string().nullable(),
  category: z.string().nullable(),
  serviceCategories: z.array(z.string()),
  privacy: z.array(privacyEntrySchema),
  socketDomains: z.array(z.string()),
  uploadDomains: z.array(z.string()),
  downloadDomains: z.array(z.string()),
  webViewDomains: z.array(z.string()),
  /** From where the app's own server may call with its secret; empty: from anywhere. */
  serverIps: z.array(z.string()),
})
export type AppProfile = z.infer<typeof appProfileSchema>

export const updateAppProfileInputSchema = z
  .object({
    category: categorySchema.nullable(),
    serviceCategories: z.array(categorySchema).max(5),
    privacy: z.array(privacyEntrySchema).max(30),
    socketDomains: originListSchema,
    uploadDomains: originListSchema,
    downloadDomains: originListSchema,
    webViewDomains: originListSchema,
    serverIps: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).max(200),
  })
  .partial()
  .strict()
export type UpdateAppProfileInput = z.input<typeof updateAppProfileInputSchema>

export const setAppStandingInputSchema = z.object({ standing: z.enum(['normal', 'hidden', 'unpublished']) })
export const suspendAppInputSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
  appealDays: z.int().min(0).max(365).default(30),
})
export type SuspendAppInput = z.input<typeof suspendAppInputSchema>
export const appealInputSchema = z.object({ text: z.string().trim().min(1).max(5000) })
/** The id typed once more, so that nobody does it by a slip. */
export const terminateAppInputSchema = z.object({ confirm: z.string().max(64) })
export const transferAppInputSchema = z.object({ workspaceId: z.string().min(1).max(64), confirm: z.string().max(64) })
export type TransferAppInput = z.infer<typeof transferAppInputSchema>
