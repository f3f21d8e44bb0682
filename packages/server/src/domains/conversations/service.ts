import { WechatError } from '@banyan/contract/wechat'
import type { Login } from '#domains/login'
import type { Webhooks } from '#domains/webhooks'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import { createConversationStore, type ConversationMessage, type ConversationStore, type MessageKind } from './store.ts'

export interface ConversationPorts {
  store: ConversationStore
  blobs: Blobs
  login: Login
  webhooks: Webhooks
  clock: Clock
  ids: Ids
  limits: Limits
}

export interface Reply {
  kind: MessageKind
  content: Record<string, string>
}

export interface View {
  messages: readonly ConversationMessage[]
  isTyping: boolean
}

/** WeChat's rules: how long after the user's last word, and how many. */
const answerableMs = 48 * 3_600_000
const repliesPerMessage = 5
const typingMs = 15_000
const mediaMs = 3 * 86_400_000
const shownMessages = 100

export function createConversationService(ports: ConversationPorts) {
  const { store, blobs, login, webhooks, clock, ids, limits } = ports
  const userRate = limits.rate('customer-message', { uses: 30, perSeconds: 60 })

  function newMessage(appId: string, openId: string, more: Pick<ConversationMessage, 'sender' | 'kind' | 'content'>) {
    const now = clock.now()
    const id = `c${now.getTime().toString(36).padStart(9, '0')}${randomText(ids, 10)}`
    return { app_id: appId, open_id: openId, id, created_at: now, ...more }
  }

  async function requireAnswerable(appId: string, openId: string): Promise<void> {
    if ((await login.lastActive(appId, openId)) === undefined) throw new WechatError(40003)
    const found = await store.conversation(appId, openId)
    const lastMs = found?.last_user_at?.getTime() ?? 0
    if (clock.now().getTime() - lastMs > answerableMs) throw new WechatError(45015)
  }

  return {
    /** The user opens the way to customer service; `from` is what the app's button carries. */
    async enter(appId: string, openId: string, from: string): Promise<void> {
      await userRate.use(`${appId} ${openId}`)
      await store.inTransaction(async (transaction) => {
        await createConversationStore(transaction).heardUser(appId, openId, { now: clock.now(), replies: 1 })
        const fields = { Event: 'user_enter_tempsession', SessionFrom: from }
        await webhooks.pushMessage(transaction, appId, { openId, type: 'event', fields })
      })
    },

    async say(appId: string, openId: string, text: string): Promise<ConversationMessage> {
      await userRate.use(`${appId} ${openId}`)
      const row = newMessage(appId, openId, { sender: 'user', kind: 'text', content: { text } })
      await store.inTransaction(async (transaction) => {
        const inside = createConversationStore(transaction)
        await inside.addMessage(row)
        await inside.heardUser(appId, openId, { now: row.created_at, replies: repliesPerMessage })
        const data = { openid: openId, messageId: row.id, text }
        await webhooks.publish(transaction, { appId, type: 'customer.message', data })
        const fields = { Content: text, MsgId: row.id }
        await webhooks.pushMessage(transaction, appId, { openId, type: 'text', fields })
      })
      return row
    },

    async view(appId: string, openId: string, after: string): Promise<View> {
      const found = await store.conversation(appId, openId)
      return {
        messages: await store.messages(appId, openId, { after, limit: shownMessages }),
        isTyping: found?.typing_until !== null && found?.typing_until !== undefined && found.typing_until > clock.now(),
      }
    },

    async reply(appId: string, openId: string, { kind, content }: Reply): Promise<void> {
      await requireAnswerable(appId, openId)
      const mediaId = content['mediaId']
      if (mediaId !== undefined && !(await store.media(appId, mediaId, clock.now()))) throw new WechatError(40007)
      await store.inTransaction(async (transaction) => {
        const inside = createConversationStore(transaction)
        if (!(await inside.useReply(appId, openId))) throw new WechatError(45047)
        await inside.addMessage(newMessage(appId, openId, { sender: 'app', kind, content }))
      })
    },

    async setTyping(appId: string, openId: string, isTyping: boolean): Promise<void> {
      await requireAnswerable(appId, openId)
      await store.setTyping(appId, openId, isTyping ? new Date(clock.now().getTime() + typingMs) : null)
    },

    async addMedia(appId: string, bytes: Buffer, mediaType: string): Promise<{ id: string; createdAt: Date }> {
      const now = clock.now()
      const hash = await blobs.put(bytes)
      await blobs.flush([hash])
      const id = randomText(ids, 40)
      await store.removeMediaBefore(now)
      const expiresAt = new Date(now.getTime() + mediaMs)
      await store.addMedia({ app_id: appId, id, hash, media_type: mediaType, expires_at: expiresAt })
      return { id, createdAt: now }
    },

    async readMedia(appId: string, id: string): Promise<{ bytes: Buffer; mediaType: string } | undefined> {
      const row = await store.media(appId, id, clock.now())
      const bytes = row && (await blobs.read(row.hash))
      return bytes && { bytes, mediaType: row.media_type }
    },
  }
}

export type ConversationService = ReturnType<typeof createConversationService>
