/** Which app of another team a version's code is most like. Compares what was handed in for review here. */
import { sql } from 'kysely'
import type { Apps } from '#domains/apps'
import type { Db } from '#infra/db/database.ts'
import { codePrint } from './code-print.ts'

export interface Likeness {
  /** About which share of its own code the other has too, 0 to 1. */
  share: number
  /** Undefined when the other is not published, which is nobody's business. */
  appId: string | undefined
}

type PrintTables = { version_prints: { app_id: string; version: string; print: string } }

/** What so many apps have is a library. */
const libraryApps = 10
/** Too little code of its own to say anything about it. */
const leastOwnPrints = 24
const candidateLimit = 50

export function createLikeness({ db: connection, apps }: { db: Db; apps: Pick<Apps, 'findPublic'> }) {
  const db = connection.withTables<PrintTables>()

  async function keep(appId: string, version: string, texts: readonly string[]): Promise<void> {
    const rows = (await codePrint(texts)).map((print) => ({ app_id: appId, version, print: String(print) }))
    if (rows.length === 0) return
    await db
      .insertInto('version_prints')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  /** Other apps by how many prints they share with this version, most first; and how many of its prints are no library's. */
  async function candidates(appId: string, version: string) {
    const { rows } = await sql<{ app_id: string; shared: string; own: string }>`
      with own as (
        select mine.print from version_prints mine where mine.app_id = ${appId} and mine.version = ${version}
          and (select count(distinct app_id) from version_prints others where others.print = mine.print) < ${libraryApps}
      )
      select theirs.app_id, count(distinct theirs.print)::text as shared, (select count(*) from own)::text as own
      from version_prints theirs join own on own.print = theirs.print
      where theirs.app_id <> ${appId}
      group by theirs.app_id order by count(distinct theirs.print) desc, theirs.app_id limit ${candidateLimit}
    `.execute(connection)
    return rows
  }

  return {
    async find(appId: string, version: string, texts: readonly string[]): Promise<Likeness | undefined> {
      await keep(appId, version, texts)
      const workspaceId = (await apps.findPublic(appId))?.workspaceId
      for (const { app_id, shared, own } of await candidates(appId, version)) {
        if (Number(own) < leastOwnPrints) return undefined
        const other = await apps.findPublic(app_id)
        if (!other || other.workspaceId === workspaceId) continue
        const isPublished = other.currentVersion !== null
        return { share: Number(shared) / Number(own), appId: isPublished ? app_id : undefined }
      }
      return undefined
    },
  }
}
