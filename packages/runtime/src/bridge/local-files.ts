/** What worker and host tell each other about local files. */

/** A file, or a directory when there is no body. Times are milliseconds. */
export interface FileRecord {
  path: string
  body?: Blob
  createdMs: number
  modifiedMs: number
}

export type FileChange = { put: FileRecord } | { remove: string }

/** WeChat's limit for the files that stay: saved files and the user's directory. */
export const maxKeptBytes = 200 * 1024 * 1024
