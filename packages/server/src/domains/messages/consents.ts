/** What users have said to the messages of an app. */
import type { SubscribeInput, SubscriptionAnswer, SubscriptionState } from '@banyan/contract/messages'
import { PlatformError } from '@banyan/contract/errors'
import type { Clock } from '#infra/clock/clock.ts'
import type { Webhooks } from '#domains/webhooks'
import { createMessageStore, type MessageStore, type TemplateRow } from './store.ts'

export interface User {
  appId: string
  openId: string
}

export function createConsents({ store, clock, webhooks }: { store: MessageStore; clock: Clock; webhooks: Webhooks }) {
  async function templatesOf(appId: string, ids: readonly string[]): Promise<TemplateRow[]> {
    const rows = (await store.templatesOf(appId)).filter(({ id }) => ids.includes(id))
    if (rows.length < new Set(ids).size) throw new PlatformError('message.templateNotFound')
    const [first] = rows
    if (rows.some(({ kind }) => kind !== first?.kind)) throw new PlatformError('message.kindsMixed')
    return rows
  }

  return {
    async ask({ appId, openId }: User, templateIds: readonly string[]): Promise<SubscriptionState> {
      const templates = await templatesOf(appId, templateIds)
      const consents = await store.consents(appId, openId, templateIds)
      return {
        mainSwitch: await store.mainSwitch(appId, openId),
        templates: templates.map(({ id, title, kind, keywords }) => ({
          id,
          title,
          kind,
          keywords: keywords.map(({ name }) => name),
          kept: consents.find(({ template_id }) => template_id === id)?.kept ?? null,
        })),
      }
    },

    /** Accepting once more allows one message more; refusing a long-term template, or one for ever, ends what was allowed. */
    async answer({ appId, openId }: User, { answers, isKept }: SubscribeInput): Promise<void> {
      const ids = Object.keys(answers)
      if (ids.length === 0) return
      const templates = await templatesOf(appId, ids)
      if (!(await store.mainSwitch(appId, openId))) throw new PlatformError('message.switchedOff')
      await store.inTransaction(async (transaction) => {
        const inside = createMessageStore(transaction)
        const standing = await inside.consents(appId, openId, ids)
        const told: { templateId: string; status: SubscriptionAnswer }[] = []
        for (const { id, kind } of templates) {
          const status = answers[id] ?? 'reject'
          const kept = standing.find(({ template_id }) => template_id === id)?.kept ?? null
          const stays = isKept || kind === 'longTerm'
          const gained = status === 'accept' ? 1 : stays ? null : 0
          await inside.setConsent(
            {
              app_id: appId,
              open_id: openId,
              template_id: id,
              quota: gained ?? 0,
              kept: stays ? status : kept,
              updated_at: clock.now(),
            },
            gained,
          )
          told.push({ templateId: id, status })
        }
        const data = { openid: openId, answers: told }
        await webhooks.publish(transaction, { appId, type: 'subscription.changed', data })
        await webhooks.pushMessage(transaction, appId, {
          openId,
          type: 'event',
          fields: {
            Event: 'subscribe_msg_popup_event',
            List: told.map(({ templateId, status }) => ({
              TemplateId: templateId,
              SubscribeStatusString: status,
              PopupScene: '0',
            })),
          },
        })
      })
    },

    setMainSwitch: ({ appId, openId }: User, isOn: boolean) => store.setMainSwitch(appId, openId, isOn),
  }
}

export type Consents = ReturnType<typeof createConsents>
