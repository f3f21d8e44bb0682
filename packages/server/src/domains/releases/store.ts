import type { ReleaseKind, VersionQuery, VersionState } from '@banyan/contract/releases'
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
    state: VersionState
    state_before_block: VersionState | null
    state_reason: string | null
    state_changed_at: Date | null
    created_by_id: string | null
    submitted_by_id: string | null
    min_runtime: number
  }
  version_files: { app_id: string; version: string; hash: string; media_type: string; size_bytes: number }
  version_maps: { app_id: string; version: string; path: string; hash: string; size_bytes: number }
  releases: {
    app_id: string
    sequence: number
    version: string
    published_at: Date
    published_by: string
    kind: ReleaseKind
    note: string
    is_urgent: boolean
  }
  trial_versions: { app_id: string; version: string }
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
    versionsOf: (appId: string, { state, createdBy }: VersionQuery = {}) =>
      db
        .selectFrom('versions')
        .selectAll()
        .where('app_id', '=', appId)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'draft'))
        .$if(createdBy !== undefined, (query) => query.where('created_by', '=', createdBy ?? ''))
        .orderBy('created_at', 'desc')
        .orderBy('version', 'desc')
        .limit(listLimit)
        .execute(),
    inStates: (appId: string, states: readonly VersionState[]) =>
      db.selectFrom('versions').selectAll().where('app_id', '=', appId).where('state', 'in', states).execute(),
    changeVersion: (
      appId: string,
      version: string,
      change: Partial<
        Pick<VersionRow, 'state' | 'state_reason' | 'state_before_block' | 'state_changed_at' | 'submitted_by_id'>
      >,
    ) => db.updateTable('versions').set(change).where('app_id', '=', appId).where('version', '=', version).execute(),
    trialVersion: async (appId: string): Promise<string | undefined> =>
      (await db.selectFrom('trial_versions').select('version').where('app_id', '=', appId).executeTakeFirst())?.version,
    setTrial: (appId: string, version: string | null) =>
      version === null
        ? db.deleteFrom('trial_versions').where('app_id', '=', appId).execute()
        : db
            .insertInto('trial_versions')
            .values({ app_id: appId, version })
            .onConflict((conflict) => conflict.column('app_id').doUpdateSet({ version }))
            .execute(),
    /** Common libraries are shared by many; what counts is how much of the whole. */
    /** Other apps that have any of its files. */
    async appsSharingFiles(appId: string, version: string): Promise<string[]> {
      const { rows } = await sql<{ app_id: string }>`
        select distinct theirs.app_id from version_files mine join version_files theirs on theirs.hash = mine.hash
        where mine.app_id = ${appId} and mine.version = ${version} and theirs.app_id <> mine.app_id
        limit ${listLimit}
      `.execute(connection)
      return rows.map(({ app_id }) => app_id)
    },
    async bytesSharedWith(others: readonly string[], { appId, version }: { appId: string; version: string }) {
      const { rows } = await sql<{ bytes: string | null }>`
        select sum(mine.size_bytes)::text as bytes from version_files mine
        where mine.app_id = ${appId} and mine.version = ${version}
          and exists (
            select 1 from version_files theirs where theirs.hash = mine.hash and theirs.app_id = any(${[...others]}))
      `.execute(connection)
      return Number(rows[0]?.bytes ?? 0)
    },
    /** Each content counts once, in however many versions it is. */
    async usage(appId: string): Promise<{ versions: number; storageBytes: number }> {
      const { rows } = await sql<{ versions: string; bytes: string }>`
        select (select count(*) from versions where app_id = ${appId})::text as versions,
          (select coalesce(sum(size_bytes), 0) from (
            select hash, size_bytes from version_files where app_id = ${appId}
            union select hash, size_bytes from version_maps where app_id = ${appId}) as kept)::text as bytes
      `.execute(connection)
      return { versions: Number(rows[0]?.versions ?? 0), storageBytes: Number(rows[0]?.bytes ?? 0) }
    },
    /** Of these files, the bytes that no version of the app has yet. */
    async newBytes(appId: string, files: readonly { hash: string; sizeBytes: number }[]): Promise<number> {
      const { rows } = await sql<{ bytes: string }>`
        select coalesce(sum(size_bytes), 0)::text as bytes from (
          select distinct * from unnest(
            ${files.map(({ hash }) => hash)}::text[], ${files.map(({ sizeBytes }) => sizeBytes)}::bigint[]
          ) as file (hash, size_bytes)) as given
        where hash not in (
          select hash from version_files where app_id = ${appId}
          union select hash from version_maps where app_id = ${appId})
      `.execute(connection)
      return Number(rows[0]?.bytes ?? 0)
    },
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
    /** What users get who are in no gray release. */
    currentRelease: (appId: string) =>
      db
        .selectFrom('releases')
        .selectAll()
        .where('app_id', '=', appId)
        .where('kind', '<>', 'gray')
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst(),
    lastSequence: async (appId: string): Promise<number> =>
      (
        await db
          .selectFrom('releases')
          .select(({ fn }) => fn.max('sequence').as('last'))
          .where('app_id', '=', appId)
          .executeTakeFirst()
      )?.last ?? 0,
    urgentSequence: async (appId: string): Promise<number> =>
      (
        await db
          .selectFrom('releases')
          .select(({ fn }) => fn.max('sequence').as('last'))
          .where('app_id', '=', appId)
          .where('is_urgent', '=', true)
          .executeTakeFirst()
      )?.last ?? 0,
    /** Full releases whose version may be served again, newest first. */
    rollbackTargets: (appId: string, currentVersion: string) =>
      db
        .selectFrom('releases')
        .innerJoin('versions', (join) =>
          join.onRef('versions.app_id', '=', 'releases.app_id').onRef('versions.version', '=', 'releases.version'),
        )
        .select(['releases.version', 'releases.sequence'])
        .where('releases.app_id', '=', appId)
        .where('releases.kind', '<>', 'gray')
        .where('releases.version', '<>', currentVersion)
        .where('versions.state', '=', 'superseded')
        .orderBy('releases.sequence', 'desc')
        .limit(1)
        .execute(),
    /** The newest full release that a host with this runtime can run. */
    releaseForRuntime: (appId: string, runtime: number) =>
      db
        .selectFrom('releases')
        .innerJoin('versions', (join) =>
          join.onRef('versions.app_id', '=', 'releases.app_id').onRef('versions.version', '=', 'releases.version'),
        )
        .selectAll('releases')
        .where('releases.app_id', '=', appId)
        .where('releases.kind', '<>', 'gray')
        .where('versions.min_runtime', '<=', runtime)
        .where('versions.state', 'in', ['online', 'superseded'])
        .orderBy('releases.sequence', 'desc')
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
    /** The last full and the last gray release, each with the state of its version. */
    servedVersions: (appId: string) =>
      db
        .selectFrom('releases')
        .innerJoin('versions', (join) =>
          join.onRef('versions.app_id', '=', 'releases.app_id').onRef('versions.version', '=', 'releases.version'),
        )
        .distinctOn(sql`(releases.kind = 'gray')`)
        .select(['releases.sequence', 'releases.version', 'releases.kind', 'versions.state'])
        .where('releases.app_id', '=', appId)
        .orderBy(sql`(releases.kind = 'gray')`)
        .orderBy('releases.sequence', 'desc')
        .execute(),
    /** Only files of a version that was published at some time and not taken down since. */
    publishedFile: (appId: string, hash: string) =>
      db
        .selectFrom('version_files')
        .innerJoin('releases', (join) =>
          join
            .onRef('releases.app_id', '=', 'version_files.app_id')
            .onRef('releases.version', '=', 'version_files.version'),
        )
        .innerJoin('versions', (join) =>
          join
            .onRef('versions.app_id', '=', 'version_files.app_id')
            .onRef('versions.version', '=', 'version_files.version'),
        )
        .where('versions.state', '<>', 'blocked')
        .select(['version_files.media_type', 'version_files.size_bytes'])
        .where('version_files.app_id', '=', appId)
        .where('version_files.hash', '=', hash)
        .limit(1)
        .executeTakeFirst(),
  }
}
