import { sql } from 'kysely'
import type { Db, DbTransaction } from '#infra/db/database.ts'

/** A type, not an interface: kysely asks for an index signature. */
export type ReleaseTables = {
  versions: {
    app_id: string
    version: string
    description: string
    manifest: string
    manifest_hash: string
    size_bytes: number
    file_count: number
    created_at: Date
    created_by: string
  }
  version_files: { app_id: string; version: string; hash: string; media_type: string; size_bytes: number }
  version_maps: { app_id: string; version: string; path: string; hash: string; size_bytes: number }
  releases: { app_id: string; sequence: number; version: string; published_at: Date; published_by: string }
}

export type VersionRow = ReleaseTables['versions']
export type ReleaseRow = ReleaseTables['releases']
export type FileRow = ReleaseTables['version_files']

export type ReleaseStore = ReturnType<typeof createReleaseStore>

const listLimit = 200

export function createReleaseStore(connection: Db) {
  const db = connection.withTables<ReleaseTables>()
  return {
    inTransaction: <T>(work: (transaction: DbTransaction) => Promise<T>): Promise<T> =>
      connection.transaction().execute(work),
    /** Releases of one app are made one after the other; held until the transaction ends. */
    lockApp: (appId: string) =>
      sql`select pg_advisory_xact_lock(hashtextextended(${`releases:${appId}`}, 0))`.execute(connection),

    version: (appId: string, version: string) =>
      db
        .selectFrom('versions')
        .selectAll()
        .where('app_id', '=', appId)
        .where('version', '=', version)
        .executeTakeFirst(),
    versionsOf: (appId: string) =>
      db
        .selectFrom('versions')
        .selectAll()
        .where('app_id', '=', appId)
        .orderBy('created_at', 'desc')
        .orderBy('version', 'desc')
        .limit(listLimit)
        .execute(),
    /** False when the number was taken meanwhile. */
    async addVersion(
      row: VersionRow,
      files: readonly FileRow[],
      maps: readonly ReleaseTables['version_maps'][],
    ): Promise<boolean> {
      const added = await db
        .insertInto('versions')
        .values(row)
        .onConflict((conflict) => conflict.columns(['app_id', 'version']).doNothing())
        .returning('version')
        .executeTakeFirst()
      if (!added) return false
      if (files.length > 0) await db.insertInto('version_files').values(files).execute()
      if (maps.length > 0) await db.insertInto('version_maps').values(maps).execute()
      return true
    },

    addRelease: (row: ReleaseRow) => db.insertInto('releases').values(row).execute(),
    currentRelease: (appId: string) =>
      db
        .selectFrom('releases')
        .selectAll()
        .where('app_id', '=', appId)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst(),
    releasesOf: (appId: string) =>
      db
        .selectFrom('releases')
        .selectAll()
        .where('app_id', '=', appId)
        .orderBy('sequence', 'desc')
        .limit(listLimit)
        .execute(),
    currentManifest: (appId: string) =>
      db
        .selectFrom('releases')
        .innerJoin('versions', (join) =>
          join.onRef('versions.app_id', '=', 'releases.app_id').onRef('versions.version', '=', 'releases.version'),
        )
        .select(['releases.sequence', 'releases.version', 'versions.manifest'])
        .where('releases.app_id', '=', appId)
        .orderBy('releases.sequence', 'desc')
        .limit(1)
        .executeTakeFirst(),
    /** Only files of a version that was published at some time. */
    publishedFile: (appId: string, hash: string) =>
      db
        .selectFrom('version_files')
        .innerJoin('releases', (join) =>
          join
            .onRef('releases.app_id', '=', 'version_files.app_id')
            .onRef('releases.version', '=', 'version_files.version'),
        )
        .select(['version_files.media_type', 'version_files.size_bytes'])
        .where('version_files.app_id', '=', appId)
        .where('version_files.hash', '=', hash)
        .limit(1)
        .executeTakeFirst(),
  }
}
