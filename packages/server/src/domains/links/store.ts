import type { Db } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type LinkTables = {
  links: {
    app_id: string
    id: string
    scene: number
    path: string
    query: string
    environment: string
    created_at: Date
    expires_at: Date | null
  }
}
export type LinkRow = LinkTables['links']
export type LinkStore = ReturnType<typeof createLinkStore>

export function createLinkStore(connection: Db) {
  const db = connection.withTables<LinkTables>()
  return {
    add: (row: LinkRow) => db.insertInto('links').values(row).execute(),
    /** Across apps: whoever opens a link knows its id only. */
    link: (id: string) => db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst(),
    removeBefore: (moment: Date) => db.deleteFrom('links').where('expires_at', '<', moment).execute(),
  }
}
