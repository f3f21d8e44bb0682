import {
  archiveMediaType,
  releaseListSchema,
  releaseSchema,
  versionListSchema,
  versionSchema,
} from '@banyan/contract/releases'
import type { Release, Version } from '@banyan/contract/releases'
import type { Http } from './http.ts'

export interface UploadInput {
  version: string
  description?: string
  /** The archive that `packArchive` of the compiler makes. */
  archive: Uint8Array<ArrayBuffer>
}

export interface ReleasesClient {
  /**
   * Stores a version; nobody gets it before it is published. Fails with `release.versionTaken` or one of the `archive.*` codes.
   *
   * @example
   * await client.releases.upload(appId, { version: '1.2.0', description: 'Faster search', archive })
   */
  upload(appId: string, input: UploadInput): Promise<Version>
  /**
   * The uploaded versions, newest first.
   *
   * @example
   * const [newest] = await client.releases.listVersions(appId)
   */
  listVersions(appId: string): Promise<readonly Version[]>
  /**
   * Makes an uploaded version the one that users get from now on. Publishing an older version rolls back to it.
   *
   * @example
   * const release = await client.releases.publish(appId, '1.2.0')
   * console.log(`live at ${release.path}`)
   */
  publish(appId: string, version: string): Promise<Release>
  /**
   * The history of releases, newest first.
   *
   * @example
   * const history = await client.releases.list(appId)
   */
  list(appId: string): Promise<readonly Release[]>
  /**
   * What users get now. Fails with `release.none`.
   *
   * @example
   * const { version } = await client.releases.readCurrent(appId)
   */
  readCurrent(appId: string): Promise<Release>
}

/** Tens of megabytes over a slow line take minutes. */
const uploadTimeoutMs = 600_000

export function createReleasesClient(http: Http): ReleasesClient {
  return {
    upload: (appId, { version, description, archive }) =>
      http.call('uploadVersion', {
        answer: versionSchema,
        params: { appId },
        query: { version, description },
        body: { bytes: archive, mediaType: archiveMediaType },
        timeoutMs: uploadTimeoutMs,
      }),
    async listVersions(appId) {
      const { items } = await http.call('listVersions', { answer: versionListSchema, params: { appId } })
      return items
    },
    publish: (appId, version) =>
      http.call('publishRelease', { answer: releaseSchema, params: { appId }, json: { version } }),
    async list(appId) {
      const { items } = await http.call('listReleases', { answer: releaseListSchema, params: { appId } })
      return items
    },
    readCurrent: (appId) => http.call('readCurrentRelease', { answer: releaseSchema, params: { appId } }),
  }
}
