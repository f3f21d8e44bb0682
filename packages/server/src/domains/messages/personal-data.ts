import type { PersonalData } from '#domains/login'
import { createMessageStore, type MessageStore } from './store.ts'

/** What the messages of a person are: what was agreed to, what came, and where it was sent. */
export function messagePersonalData(store: MessageStore): PersonalData {
  return {
    name: 'messages',
    async export({ visitorId, users }) {
      const { consents, messages } = await store.dataOf(users)
      return {
        consents: consents.map((row) => ({
          appId: row.app_id,
          templateId: row.template_id,
          quota: row.quota,
          kept: row.kept,
          updatedAt: row.updated_at.toISOString(),
        })),
        messages: messages.map((row) => ({
          appId: row.app_id,
          title: row.title,
          lines: row.lines,
          createdAt: row.created_at.toISOString(),
          readAt: row.read_at?.toISOString() ?? null,
        })),
        devices: (await store.devicesOf(visitorId)).map((row) => ({ createdAt: row.created_at.toISOString() })),
      }
    },
    erase: (connection, { visitorId, users }) => createMessageStore(connection).erase(visitorId, users),
  }
}
