/**
 * Messages that an app sends to users who asked for them. A user's consent to a one-time template is good for one message; to a long-term
 * one, until it is taken back. WeChat's calls for back ends are in `wechat.ts`; here is what the host page and the console say.
 */
import { z } from 'zod'
import { appIdSchema } from './apps.ts'

/** What a keyword of a template may hold, by the type that its name begins with, as WeChat limits them. */
export const keywordTypes = {
  thing: /^[\s\S]{1,20}$/,
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\sA-Za-z0-9\p{Script=Han}]{1,5}$/u,
  character_string: /^[\x21-\x7e ]{1,32}$/,
  time: /^[\s\S]{1,40}$/,
  date: /^[\s\S]{1,40}$/,
  amount: /^(?=.{1,15}$)[^\d\s-]{0,3}-?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}]?[A-Z0-9\p{Script=Han}]{1,7}$/u,
  name: /^([\p{Script=Han}·]{1,10}|[A-Za-z .'-]{1,20}|[\p{Script=Han}·A-Za-z .'-]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
} as const satisfies Record<string, RegExp>
export const keywordTypeSchema = z.enum([
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
])
export type KeywordType = z.infer<typeof keywordTypeSchema>

export const templateKindSchema = z.enum(['once', 'longTerm'])
export type TemplateKind = z.infer<typeof templateKindSchema>

export const keywordSchema = z.object({
  /** The name in `data`: type and number, `thing1`. */
  key: z.string(),
  name: z.string(),
  type: keywordTypeSchema,
  example: z.string(),
})
export type Keyword = z.infer<typeof keywordSchema>

export const messageTemplateSchema = z.object({
  id: z.string(),
  appId: appIdSchema,
  title: z.string(),
  kind: templateKindSchema,
  keywords: z.array(keywordSchema),
  createdAt: z.iso.datetime(),
})
export type MessageTemplate = z.infer<typeof messageTemplateSchema>
export const messageTemplateListSchema = z.object({ items: z.array(messageTemplateSchema) })

/** POST /api/v1/apps/:appId/message-templates */
export const createMessageTemplateInputSchema = z.strictObject({
  title: z.string().trim().min(1).max(40),
  kind: templateKindSchema,
  keywords: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(20),
        type: keywordTypeSchema,
        example: z.string().max(40).optional(),
      }),
    )
    .min(1)
    .max(8),
})
export type CreateMessageTemplateInput = z.infer<typeof createMessageTemplateInputSchema>

export const templatesPerAsk = 3

/** POST /a/:appId/-/subscriptions: what there is to ask the user. */
export const subscriptionQuestionSchema = z.strictObject({
  templateIds: z.array(z.string().min(1).max(64)).min(1).max(templatesPerAsk),
})
export const subscriptionAnswerSchema = z.enum(['accept', 'reject'])
export type SubscriptionAnswer = z.infer<typeof subscriptionAnswerSchema>
export const subscriptionStateSchema = z.object({
  /** False when the user wants no messages from this app at all. */
  mainSwitch: z.boolean(),
  templates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: templateKindSchema,
      keywords: z.array(z.string()),
      /** The answer that the user wants to be given without being asked. */
      kept: subscriptionAnswerSchema.nullable(),
    }),
  ),
})
export type SubscriptionState = z.infer<typeof subscriptionStateSchema>

/** POST /a/:appId/-/subscribe */
export const subscribeInputSchema = z.strictObject({
  answers: z.record(z.string().min(1).max(64), subscriptionAnswerSchema),
  /** Not to be asked again. */
  isKept: z.boolean(),
})
export type SubscribeInput = z.infer<typeof subscribeInputSchema>

/** POST /inbox/preferences */
export const noticePreferencesSchema = z.strictObject({
  /** Minutes after midnight; between them nothing makes a sound. Equal: never quiet. */
  quietFrom: z.int().min(0).max(1439),
  quietTo: z.int().min(0).max(1439),
  timeZone: z.string().min(1).max(60),
  /** To the address of the person's account, when it has one. */
  byMail: z.boolean().default(false),
})
export type NoticePreferences = z.infer<typeof noticePreferencesSchema>

/** POST /inbox/devices: what the browser's `PushManager` gave. */
export const pushDeviceSchema = z.object({
  endpoint: z.url({ protocol: /^https$/ }).max(1000),
  keys: z.object({ p256dh: z.string().min(80).max(100), auth: z.string().min(20).max(30) }),
})
export type PushDevice = z.infer<typeof pushDeviceSchema>
