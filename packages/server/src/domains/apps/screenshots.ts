/** Pictures of an app at work, in the order that its team wants. */
import type { ScreenshotList } from '@banyan/contract/app-pictures'
import { screenshotLimits } from '@banyan/contract/app-pictures'
import { PlatformError } from '@banyan/contract/errors'
import { authorize, type Caller } from '#domains/identity'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Db } from '#infra/db/database.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import { imageMediaType } from '#infra/pictures/image-media-type.ts'
import type { RecordChange } from './record-change.ts'
import type { AppService } from './service.ts'

export interface ScreenshotPorts {
  db: Db
  blobs: Blobs
  ids: Ids
  recordChange: RecordChange
  find: AppService['find']
}

type ScreenshotTables = {
  app_screenshots: { app_id: string; id: string; position: number; hash: string; media_type: string }
}

export type ScreenshotService = ReturnType<typeof createScreenshots>

export function createScreenshots({ db, blobs, ids, recordChange, find }: ScreenshotPorts) {
  const rowsOf = (connection: Db, appId: string) =>
    connection
      .withTables<ScreenshotTables>()
      .selectFrom('app_screenshots')
      .selectAll()
      .where('app_id', '=', appId)
      .orderBy('position')
      .execute()

  const list = async (appId: string): Promise<ScreenshotList> => ({
    items: (await rowsOf(db, appId)).map(({ id }) => ({ id, url: `/i/${appId}/screenshots/${id}` })),
  })

  return {
    /** Whoever asks. */
    of: list,

    async list(caller: Caller, appId: string): Promise<ScreenshotList> {
      authorize(caller, 'app.read', { appId })
      await find(caller, appId)
      return list(appId)
    },

    /** After those that are there. */
    async add(caller: Caller, appId: string, bytes: Buffer): Promise<ScreenshotList> {
      authorize(caller, 'app.edit', { appId })
      const app = await find(caller, appId)
      const mediaType = imageMediaType(bytes)
      if (!mediaType) throw new PlatformError('app.iconInvalid')
      const hash = await blobs.put(bytes)
      await blobs.flush([hash])
      const id = newId(ids, 'shot')
      await db.transaction().execute(async (transaction) => {
        const rows = await rowsOf(transaction, appId)
        if (rows.length >= screenshotLimits.count)
          throw new PlatformError('app.tooManyScreenshots', { detail: `at most ${screenshotLimits.count}` })
        const position = (rows.at(-1)?.position ?? 0) + 1
        await transaction
          .withTables<ScreenshotTables>()
          .insertInto('app_screenshots')
          .values({ app_id: appId, id, position, hash, media_type: mediaType })
          .execute()
        await recordChange(transaction, caller, { app, action: 'app.addScreenshot', subject: id })
      })
      return list(appId)
    },

    /** In this order; one that is left out is gone. */
    async arrange(caller: Caller, appId: string, wanted: readonly string[]): Promise<ScreenshotList> {
      authorize(caller, 'app.edit', { appId })
      const app = await find(caller, appId)
      await db.transaction().execute(async (transaction) => {
        const tables = transaction.withTables<ScreenshotTables>()
        const known = new Set((await rowsOf(transaction, appId)).map(({ id }) => id))
        const unknown = wanted.find((id) => !known.has(id))
        if (unknown !== undefined || new Set(wanted).size !== wanted.length)
          throw new PlatformError('request.invalid', { detail: unknown ?? 'a screenshot stands twice' })
        for (const id of known) {
          const one = { app_id: appId, id }
          if (!wanted.includes(id)) {
            await tables.deleteFrom('app_screenshots').where('app_id', '=', one.app_id).where('id', '=', id).execute()
            continue
          }
          await tables
            .updateTable('app_screenshots')
            .set({ position: wanted.indexOf(id) + 1 })
            .where('app_id', '=', one.app_id)
            .where('id', '=', id)
            .execute()
        }
        const details = { screenshots: wanted }
        await recordChange(transaction, caller, { app, action: 'app.arrangeScreenshots', details })
      })
      return list(appId)
    },

    async read(appId: string, id: string): Promise<{ bytes: Buffer; mediaType: string } | undefined> {
      const row = (await rowsOf(db, appId)).find((each) => each.id === id)
      const bytes = row && (await blobs.read(row.hash))
      return row && bytes && { bytes, mediaType: row.media_type }
    },
  }
}
