/** Tells an app's own server what users do, in WeChat's form. */
import { PlatformError } from '@banyan/contract/errors'
import type { MessagePush, MessagePushInput } from '@banyan/contract/webhooks'
import { request } from 'undici'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import { authorize, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import type { Deliveries, Outgoing } from './deliveries.ts'
import { encryptPush, pushXml, signPush } from './push-format.ts'
import { checkReceiver } from './receiver.ts'
import { createWebhookStore, type DeliveryRow, type MessagePushRow, type WebhookStore } from './store.ts'

export interface MessagePushPorts {
  store: WebhookStore
  deliveries: Deliveries
  apps: Apps
  audit: Audit
  db: Db
  clock: Clock
  ids: Ids
  outbound: Outbound
}

/** Fields of one event beyond those that all have. */
export interface PushedEvent {
  openId: string
  type: string
  fields: Readonly<Record<string, unknown>>
}

const checkTimeoutMs = 5000

export function createMessagePush({ store, deliveries, apps, audit, db, clock, ids, outbound }: MessagePushPorts) {
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1000)

  deliveries.define('messagePush', {
    async prepare(row) {
      const push = await store.messagePush(row.app_id)
      return push && prepareRequest(push, row)
    },
    isAccepted: (status, text) =>
      status === 200 && (text.trim() === 'success' || text.trim() === '' || isJsonAnswer(text)),
    delaysSeconds: [5, 5, 10],
  })

  function prepareRequest(push: MessagePushRow, row: DeliveryRow): Outgoing {
    const timestamp = String(nowSeconds())
    const nonce = randomText(ids, 10)
    const url = new URL(push.url)
    url.searchParams.set('signature', signPush(push.token, timestamp, nonce))
    url.searchParams.set('timestamp', timestamp)
    url.searchParams.set('nonce', nonce)
    let values: Record<string, unknown> = JSON.parse(row.body)
    if (typeof values['FromUserName'] === 'string') url.searchParams.set('openid', values['FromUserName'])
    if (push.mode !== 'plain') {
      const keys = { appId: push.app_id, token: push.token, encodingAesKey: push.encoding_aes_key }
      const text = push.format === 'json' ? row.body : pushXml(values)
      const encrypted = encryptPush(text, keys, ids.bytes(16))
      url.searchParams.set('encrypt_type', 'aes')
      url.searchParams.set('msg_signature', signPush(push.token, timestamp, nonce, encrypted))
      const kept = push.mode === 'compatible' ? values : { ToUserName: values['ToUserName'] }
      values = { ...kept, Encrypt: encrypted }
    }
    const isJson = push.format === 'json'
    return {
      url: url.href,
      headers: { 'content-type': isJson ? 'application/json' : 'text/xml', 'user-agent': 'Banyan' },
      body: isJson ? JSON.stringify(values) : pushXml(values),
      allowsPrivate: push.allows_private,
    }
  }

  return {
    /** Nothing happens for apps that have not asked for it. */
    async push(connection: Db, appId: string, { openId, type, fields }: PushedEvent): Promise<void> {
      if (!(await store.messagePush(appId))) return
      const message = { ToUserName: appId, FromUserName: openId, CreateTime: nowSeconds(), MsgType: type, ...fields }
      const eventType = type === 'event' ? String(fields['Event'] ?? 'event') : type
      const body = JSON.stringify(message)
      await deliveries.add(connection, { appId, kind: 'messagePush', targetId: 'message-push', eventType, body })
    },

    async read(caller: Caller, appId: string): Promise<MessagePush> {
      authorize(caller, 'app.edit', { appId })
      await apps.require(caller, appId)
      const row = await store.messagePush(appId)
      if (!row) throw new PlatformError('webhook.notFound')
      return present(row)
    },

    async configure(caller: Caller, appId: string, input: MessagePushInput): Promise<MessagePush> {
      authorize(caller, 'secret.rotate', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      const allowsPrivate = checkReceiver(caller, input)
      const row: MessagePushRow = {
        app_id: appId,
        url: input.url,
        token: input.token,
        encoding_aes_key: input.encodingAesKey,
        mode: input.mode,
        format: input.format,
        allows_private: allowsPrivate,
        updated_at: clock.now(),
      }
      await checkAnswers(row)
      const { url, mode, format } = input
      await db.transaction().execute(async (transaction) => {
        await createWebhookStore(transaction).setMessagePush(row)
        await audit.record(transaction, {
          workspaceId,
          appId,
          actor: caller,
          action: 'messagePush.set',
          subject: appId,
          details: { url, mode, format },
        })
      })
      return present(row)
    },

    async remove(caller: Caller, appId: string): Promise<void> {
      authorize(caller, 'secret.rotate', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      await db.transaction().execute(async (transaction) => {
        await createWebhookStore(transaction).removeMessagePush(appId)
        const entry = { workspaceId, appId, actor: caller, action: 'messagePush.remove', subject: appId } as const
        await audit.record(transaction, entry)
      })
    },
  }

  /** The address proves that it knows the token by answering with the text that it was sent. */
  async function checkAnswers(push: MessagePushRow): Promise<void> {
    const timestamp = String(nowSeconds())
    const nonce = randomText(ids, 10)
    const echo = randomText(ids, 20)
    const url = new URL(push.url)
    url.searchParams.set('signature', signPush(push.token, timestamp, nonce))
    url.searchParams.set('timestamp', timestamp)
    url.searchParams.set('nonce', nonce)
    url.searchParams.set('echostr', echo)
    const dispatcher = push.allows_private ? outbound.unguarded : outbound.guarded
    const refuse = (detail: string, cause?: unknown): never => {
      throw new PlatformError('webhook.checkFailed', { detail, cause })
    }
    try {
      const answer = await request(url, { dispatcher, signal: AbortSignal.timeout(checkTimeoutMs) })
      let text = ''
      for await (const chunk of answer.body) {
        text += String(chunk)
        if (text.length > 1000) break
      }
      if (answer.statusCode !== 200 || text.trim() !== echo) refuse(`answered ${answer.statusCode}`)
    } catch (cause) {
      if (cause instanceof PlatformError) throw cause
      refuse('no answer', cause)
    }
  }
}

export type MessagePushes = ReturnType<typeof createMessagePush>

function present(row: MessagePushRow): MessagePush {
  return { url: row.url, mode: row.mode, format: row.format, allowsPrivateAddress: row.allows_private }
}

/** Some frameworks answer with an empty object. */
function isJsonAnswer(text: string): boolean {
  return /^\s*\{/.test(text)
}
