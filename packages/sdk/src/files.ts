import {
  fileListSchema,
  fileTicketSchema,
  storedFileSchema,
  type CreateFileLinkInput,
  type CreateFileUploadInput,
  type FileList,
  type FileTicket,
  type StoredFile,
} from '@banyan/contract/files'
import { nothing, type Http } from './http.ts'

export interface FileFilter {
  /** How their paths begin. */
  prefix?: string
  cursor?: string
  /** 1 to 200; default 50. */
  limit?: number
}

export interface FilesClient {
  /** What an app keeps for its users, in the order of their paths, a page at a time. */
  list(appId: string, filter?: FileFilter): Promise<FileList>
  read(appId: string, fileId: string): Promise<StoredFile>
  /** An address that gives the file to whoever has it, until it ends. */
  createLink(appId: string, fileId: string, input?: CreateFileLinkInput): Promise<FileTicket>
  /**
   * An address that takes one file, by POST or PUT.
   *
   * @example
   * const { url } = await client.files.createUpload(appId, { path: 'banners/spring.png', mediaTypes: ['image/*'] })
   * await fetch(url, { method: 'PUT', body: bytes, headers: { 'content-type': 'image/png' } })
   */
  createUpload(appId: string, input: CreateFileUploadInput): Promise<FileTicket>
  delete(appId: string, fileId: string): Promise<void>
}

export function createFilesClient(http: Http): FilesClient {
  return {
    list: (appId, { limit, ...filter } = {}) =>
      http.call('listFiles', {
        params: { appId },
        answer: fileListSchema,
        query: { ...filter, limit: limit === undefined ? undefined : String(limit) },
      }),
    read: (appId, fileId) => http.call('readFile', { params: { appId, fileId }, answer: storedFileSchema }),
    createLink: (appId, fileId, json = {}) =>
      http.call('createFileLink', { params: { appId, fileId }, json, answer: fileTicketSchema }),
    createUpload: (appId, json) => http.call('createFileUpload', { params: { appId }, json, answer: fileTicketSchema }),
    delete: (appId, fileId) => http.call('deleteFile', { params: { appId, fileId }, answer: nothing }),
  }
}
