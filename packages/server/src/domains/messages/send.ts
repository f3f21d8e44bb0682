/** Sends a message to a user who asked for it: into the inbox, and from there to the user's devices. */
import { keywordTypes, type Keyword } from '@banyan/contract/messages'
import { WechatError } from '@banyan/contract/wechat'
import type { Apps } from '#domains/apps'
import type { Login } from '#domains/login'
import type { Webhooks } from '#domains/webhooks'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Notices } from './notices.ts'
import { createMessageStore, type InboxLine, type InboxRow, type MessageStore, type TemplateRow } from './store.ts'

export interface SendPorts {
  store: MessageStore
  apps: Apps
  login: Login
  webhooks: Webhooks
  notices: Notices
  clock: Clock
  ids: Ids
  limits: Limits
}

export interface SubscribeMessage {
  openId: string
  templateId: string
  page: string
  data: Readonly<Record<string, string>>
}

const perMinute = 6000
const pagePattern = /^(?!\/\/)[\w\-./%]{0,256}(\?[^\s#]{0,512})?$/

export function createSender(ports: SendPorts) {
  const { store, apps, login, webhooks, notices, clock, ids, limits } = ports
  const rate = limits.rate('subscribe-message', { uses: perMinute, perSeconds: 60 })

  return async function sendMessage(appId: string, message: SubscribeMessage): Promise<string> {
    await rate.use(appId)
    const { openId, templateId, page } = message
    const template = await store.template(appId, templateId)
    if (!template) throw new WechatError(40037)
    if (!openId || (await login.lastActive(appId, openId)) === undefined) throw new WechatError(40003)
    if (!pagePattern.test(page)) throw new WechatError(41030)
    const lines = template.keywords.map((keyword) => lineOf(keyword, message.data))
    const now = clock.now()
    const row: InboxRow = {
      app_id: appId,
      open_id: openId,
      id: `m${now.getTime().toString(36).padStart(9, '0')}${randomText(ids, 10)}`,
      template_id: templateId,
      title: template.title,
      lines,
      page,
      created_at: now,
      read_at: null,
    }
    const visitorId = await login.visitorOf(appId, openId)
    const app = await apps.findPublic(appId)
    await store.inTransaction(async (transaction) => {
      const inside = createMessageStore(transaction)
      await useConsent(inside, template, openId)
      await inside.addMessage(row)
      if (visitorId !== undefined) {
        await notices.notify(transaction, visitorId, { appId, appName: app?.name ?? '', message: row })
      }
      const data = { openid: openId, templateId, messageId: row.id }
      await webhooks.publish(transaction, { appId, type: 'message.sent', data })
      await webhooks.pushMessage(transaction, appId, {
        openId,
        type: 'event',
        fields: {
          Event: 'subscribe_msg_sent_event',
          List: { TemplateId: templateId, MsgID: row.id, ErrorCode: 0, ErrorStatus: 'success' },
        },
      })
    })
    return row.id
  }
}

async function useConsent(store: MessageStore, template: TemplateRow, openId: string): Promise<void> {
  const refused = new WechatError(43101)
  if (!(await store.mainSwitch(template.app_id, openId))) throw refused
  if (template.kind === 'once') {
    if (!(await store.useConsent(template.app_id, openId, template.id))) throw refused
    return
  }
  const [consent] = await store.consents(template.app_id, openId, [template.id])
  if (consent?.kept !== 'accept') throw refused
}

function lineOf({ key, name, type }: Keyword, data: Readonly<Record<string, string>>): InboxLine {
  const value = (data[key] ?? '').trim()
  if (value === '') throw new WechatError(47003, `data.${key}.value is empty`)
  if (!keywordTypes[type].test(value)) throw new WechatError(47003, `data.${key}.value invalid`)
  return { name, value }
}
