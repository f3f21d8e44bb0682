import { createHmac, timingSafeEqual } from 'node:crypto'
import { isRecord, textIn } from './client.ts'
import { WechatApiError } from './error.ts'

export interface WebhookEvent {
  /** The same for every attempt: remember it, to do nothing twice. */
  id: string
  type: string
  appId: string
  createdAt: string
  data: Record<string, unknown>
}

const toleranceSeconds = 300

/**
 * The event of a request that the platform signed. Throws for all others, and for one that is more than five minutes old.
 * `body` is the text as it came, before any parser.
 *
 * @example
 * const event = verifyWebhook({ secret: process.env.WEBHOOK_SECRET, headers: request.headers, body })
 */
export function verifyWebhook(input: {
  /** `byw_…` */
  secret: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
  /** Milliseconds; now, unless told. */
  now?: number
}): WebhookEvent {
  const header = (name: string): string => String(input.headers[name] ?? '')
  const [timestamp, id] = [header('x-banyan-timestamp'), header('x-banyan-webhook')]
  const text = Buffer.from(`${timestamp}.${id}.${input.body}`).toString('base64url')
  const expected = createHmac('sha256', input.secret).update(text).digest()
  const given = Buffer.from(header('x-banyan-signature'), 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new WechatApiError(0, 'a webhook with a wrong signature')
  }
  const age = (input.now ?? Date.now()) / 1000 - Number(timestamp)
  if (!(Math.abs(age) <= toleranceSeconds)) throw new WechatApiError(0, 'a webhook that is too old')
  const event: unknown = JSON.parse(input.body)
  if (!isRecord(event)) throw new WechatApiError(0, 'a webhook without an event')
  return {
    id: textIn(event, 'id'),
    type: textIn(event, 'type'),
    appId: textIn(event, 'appId'),
    createdAt: textIn(event, 'createdAt'),
    data: isRecord(event['data']) ? event['data'] : {},
  }
}
