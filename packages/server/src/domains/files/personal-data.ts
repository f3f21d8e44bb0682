import type { PersonalData } from '#domains/login'
import { presentFile, type FileService } from './service.ts'
import { createFileStore, type FileStore } from './store.ts'

/** What apps keep of a person in files, as their servers said whose they are. */
export function filePersonalData(store: FileStore, service: FileService): PersonalData {
  return {
    name: 'files',
    export: async ({ users }) => (await store.allOf(users)).map((row) => ({ appId: row.app_id, ...presentFile(row) })),
    async erase(connection, { users }) {
      for (const row of await createFileStore(connection).erase(users)) await service.forget(connection, row)
    },
  }
}
