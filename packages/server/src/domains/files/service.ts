import { PlatformError } from '@banyan/contract/errors'
import {
  createFileLinkInputSchema,
  createFileUploadInputSchema,
  type CreateFileLinkInput,
  type CreateFileUploadInput,
  type FileList,
  type FileListQuery,
  type FileTicket,
  type StoredFile,
} from '@banyan/contract/files'
import { z } from 'zod'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import type { Caller } from '#domains/identity'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'
import { isWanted, mediaTypeOf } from './media-type.ts'
import type { FileQuotas } from './quotas.ts'
import { createFileStore, type FileRow, type FileStore } from './store.ts'
import type { Tickets, UploadTicket } from './tickets.ts'

export interface FilePorts {
  db: Db
  store: FileStore
  apps: Apps
  audit: Audit
  clock: Clock
  ids: Ids
  jobs: Jobs
  quotas: FileQuotas
  tickets: Tickets
  /** Each app has a place of its own, so that what it removes is nobody else's. */
  blobsOf: (appId: string) => Promise<Blobs>
}

/** Bytes that perhaps no file has any more. */
const removeContent = { name: 'files-remove', schema: z.object({ appId: z.string(), sha256: z.string() }) }

export type FileService = ReturnType<typeof createFileService>

export function createFileService(ports: FilePorts) {
  const { db, store, apps, audit, clock, ids, jobs, quotas, tickets, blobsOf } = ports

  jobs.define(removeContent, ({ appId, sha256 }) =>
    db.transaction().execute(async (transaction) => {
      const inside = createFileStore(transaction)
      await inside.lock(appId)
      if (!(await inside.isContentUsed(appId, sha256))) await (await blobsOf(appId)).remove(sha256)
    }),
  )

  const forget = (connection: Db, { app_id: appId, sha256 }: FileRow): Promise<void> =>
    jobs.send(connection, removeContent, { appId, sha256 }, { once: `${appId} ${sha256}` })

  async function require(appId: string, fileId: string): Promise<FileRow> {
    const row = await store.file(appId, fileId)
    if (!row) throw new PlatformError('file.notFound')
    return row
  }

  async function remove(row: FileRow, caller: Caller | undefined): Promise<void> {
    const app = await apps.findPublic(row.app_id)
    await db.transaction().execute(async (transaction) => {
      const inside = createFileStore(transaction)
      await inside.lock(row.app_id)
      await inside.remove(row.app_id, row.id)
      await forget(transaction, row)
      if (!app) return
      await audit.record(transaction, {
        workspaceId: app.workspaceId,
        appId: app.id,
        actor: caller ?? { kind: 'system', id: app.id, name: app.name },
        action: 'files.delete',
        subject: row.id,
        details: { path: row.path, sizeBytes: Number(row.size_bytes) },
      })
    })
  }

  return {
    async list(appId: string, { prefix, cursor, limit }: FileListQuery): Promise<FileList> {
      const rows = await store.list(appId, { prefix, after: cursor, limit: limit + 1 })
      const items = rows.slice(0, limit)
      return {
        items: items.map(presentFile),
        nextCursor: rows.length > limit ? (items.at(-1)?.path ?? null) : null,
        usedBytes: await store.usedBytes(appId),
        limitBytes: quotas.storageBytes(),
      }
    },

    read: async (appId: string, fileId: string): Promise<StoredFile> => presentFile(await require(appId, fileId)),
    find: (appId: string, path: string): Promise<FileRow | undefined> => store.fileAt(appId, path),

    async createLink(appId: string, fileId: string, input: CreateFileLinkInput): Promise<FileTicket> {
      const { path } = await require(appId, fileId)
      return tickets.link({ appId, fileId, ...createFileLinkInputSchema.parse(input) }, path)
    },

    createUpload(appId: string, input: CreateFileUploadInput): Promise<FileTicket & { text: string }> {
      const {
        path,
        maxBytes = quotas.fileBytes(),
        mediaTypes,
        openId,
        expiresInSeconds,
      } = createFileUploadInputSchema.parse(input)
      const ticket = { appId, path, mediaTypes, openId: openId ?? null, expiresInSeconds }
      return tickets.upload({ ...ticket, maxBytes: Math.min(maxBytes, quotas.fileBytes()) })
    },

    /** Bytes first, then the row: what is answered is there, and what is half there is not seen. */
    async add(ticket: UploadTicket, bytes: Buffer, claimedType: string): Promise<StoredFile> {
      const { appId, path, openId } = ticket
      if (!(await apps.findPublic(appId))?.isServing) throw new PlatformError('app.notFound')
      const mediaType = mediaTypeOf(bytes, claimedType)
      if (!isWanted(mediaType, ticket.mediaTypes)) throw new PlatformError('file.typeRefused', { detail: mediaType })
      const blobs = await blobsOf(appId)
      return db.transaction().execute(async (transaction) => {
        const inside = createFileStore(transaction)
        await inside.lock(appId)
        const before = await inside.fileAt(appId, path)
        const usedBytes = (await inside.usedBytes(appId)) - Number(before?.size_bytes ?? 0)
        quotas.require(usedBytes + bytes.length)
        const sha256 = await blobs.put(bytes)
        await blobs.flush([sha256])
        const row = await inside.save({
          ...{ app_id: appId, id: newId(ids, 'file'), path, sha256, size_bytes: bytes.length },
          ...{ media_type: mediaType, open_id: openId, created_at: clock.now() },
        })
        if (before && before.sha256 !== sha256) await forget(transaction, before)
        return presentFile(row)
      })
    },

    async load(row: FileRow): Promise<Buffer | undefined> {
      return (await blobsOf(row.app_id)).read(row.sha256)
    },

    async delete(caller: Caller, appId: string, fileId: string): Promise<void> {
      await remove(await require(appId, fileId), caller)
    },
    /** By the app's own server; false when there was none. */
    async deleteAt(appId: string, path: string): Promise<boolean> {
      const row = await store.fileAt(appId, path)
      if (row) await remove(row, undefined)
      return row !== undefined
    },
    forget,
  }
}

export function presentFile(row: FileRow): StoredFile {
  return {
    id: row.id,
    path: row.path,
    sizeBytes: Number(row.size_bytes),
    mediaType: row.media_type,
    sha256: row.sha256,
    openId: row.open_id,
    createdAt: row.created_at.toISOString(),
  }
}
