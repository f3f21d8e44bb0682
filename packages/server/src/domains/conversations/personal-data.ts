import type { PersonalData } from '#domains/login'
import { createConversationStore, type ConversationStore } from './store.ts'

/** What a person wrote to customer services, and what they answered. */
export function conversationPersonalData(store: ConversationStore): PersonalData {
  return {
    name: 'conversations',
    export: async ({ users }) =>
      (await store.allOf(users)).map((row) => ({
        appId: row.app_id,
        sender: row.sender,
        kind: row.kind,
        content: row.content,
        createdAt: row.created_at.toISOString(),
      })),
    erase: (connection, { users }) => createConversationStore(connection).erase(users),
  }
}
