import { isRecord, textIn, type ServerClient } from './client.ts'
import { WechatApiError } from './error.ts'

export interface UploadWish {
  /** `avatars/u7.png`; what lies there is replaced. */
  path: string
  maxBytes?: number
  /** `image/png`, or `image/*`; any unless told. */
  mediaTypes?: readonly string[]
  /** Whose data it is: it goes into his export, and is erased with him. */
  openId?: string
}

export interface UploadAddress {
  /** Takes one file in 15 minutes: give it to `wx.uploadFile({ url, filePath, name: 'file' })`. */
  url: string
  /** `cloud://<appId>/<path>` */
  fileId: string
}

export interface FileAddress {
  fileId: string
  /** Undefined when there is no such file. */
  url: string | undefined
}

/**
 * Lets a user send one file, without him knowing a secret.
 *
 * @example
 * const { url, fileId } = await createFileUpload(client, { path: `avatars/${openId}.png`, mediaTypes: ['image/*'], openId })
 */
export async function createFileUpload(client: ServerClient, wish: UploadWish): Promise<UploadAddress> {
  const { path, maxBytes, mediaTypes, openId } = wish
  const body = { path, max_bytes: maxBytes, media_types: mediaTypes, openid: openId }
  const answer = await client.call('/tcb/uploadfile', { body })
  return { url: textIn(answer, 'url'), fileId: textIn(answer, 'file_id') }
}

/** Addresses of up to 50 files for those who may see them; they end after an hour, unless told. */
export async function createFileLinks(
  client: ServerClient,
  fileIds: readonly string[],
  seconds = 3600,
): Promise<FileAddress[]> {
  const body = { file_list: fileIds.map((fileid) => ({ fileid, max_age: seconds })) }
  return rowsIn(await client.call('/tcb/batchdownloadfile', { body }), 'file_list').map((row) => ({
    fileId: textIn(row, 'fileid'),
    url: row['status'] === 0 ? textIn(row, 'download_url') : undefined,
  }))
}

/** Up to 50; the ids of those that were there. */
export async function deleteFiles(client: ServerClient, fileIds: readonly string[]): Promise<string[]> {
  const answer = await client.call('/tcb/batchdeletefile', { body: { fileid_list: fileIds } })
  return rowsIn(answer, 'delete_list')
    .filter((row) => row['status'] === 0)
    .map((row) => textIn(row, 'fileid'))
}

function rowsIn(answer: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const rows: unknown = answer[name]
  if (!Array.isArray(rows)) throw new WechatApiError(0, `an answer without ${name}`)
  return rows.filter(isRecord)
}
