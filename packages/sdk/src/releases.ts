import {
  archiveMediaType,
  createdPreviewLinkSchema,
  previewLinkListSchema,
  releaseListSchema,
  releaseSchema,
  versionListSchema,
  versionSchema,
} from '@banyan/contract/releases'
import type {
  BlockVersionInput,
  CreatedPreviewLink,
  CreatePreviewLinkInput,
  PreviewLink,
  PublishInput,
  Release,
  RollbackInput,
  Version,
} from '@banyan/contract/releases'
import { versionContentsSchema, type VersionContents } from '@banyan/contract/version-contents'
import { versionComparisonSchema, type VersionComparison } from '@banyan/contract/version-comparison'
import { quotaListSchema, type Quota } from '@banyan/contract/quotas'
import { nothing, type Http } from './http.ts'

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
   * What is different from the version `before` to `version`: files with their sizes, pages, functions of `wx`, built-in tags, servers.
   *
   * @example
   * const { files, domains } = await client.releases.compare(appId, '1.2.0', '1.1.0')
   */
  compare(appId: string, version: string, before: string): Promise<VersionComparison>
  /**
   * What the app may use of the platform, and what it uses.
   *
   * @example
   * const [versions] = await client.releases.quotas(appId)
   */
  quotas(appId: string): Promise<readonly Quota[]>
  /**
   * Makes an uploaded version the one that users get from now on. Publishing an older version rolls back to it.
   *
   * @example
   * const release = await client.releases.publish(appId, '1.2.0')
   * console.log(`live at ${release.path}`)
   */
  publish(appId: string, version: string, options?: Omit<PublishInput, 'version'>): Promise<Release>
  /**
   * Goes back to a version that users had before; without one, to the release before the current one.
   *
   * @example
   * await client.releases.rollBack(appId, { note: 'prices were wrong' })
   */
  rollBack(appId: string, input?: RollbackInput): Promise<Release>
  /**
   * Chooses the version that testers open by preview links without a version.
   *
   * @example
   * await client.releases.setTrial(appId, '1.3.0-rc.1')
   */
  setTrial(appId: string, version: string | null): Promise<void>
  /**
   * An address that opens a version before users get it, with its QR code as SVG. The address is shown this once.
   *
   * @example
   * const { url } = await client.releases.createPreviewLink(appId, { label: 'Li', version: '1.3.0' })
   */
  createPreviewLink(appId: string, input: CreatePreviewLinkInput): Promise<CreatedPreviewLink>
  /**
   * The addresses that open versions before users get them, without the addresses themselves.
   *
   * @example
   * for (const { id, label, openCount } of await client.releases.previewLinks(appId)) console.log(id, label, openCount)
   */
  previewLinks(appId: string): Promise<readonly PreviewLink[]>
  /**
   * Ends an address at once.
   *
   * @example
   * await client.releases.revokePreviewLink(appId, link.id)
   */
  revokePreviewLink(appId: string, linkId: string): Promise<void>
  /**
   * Files with their sizes, pages, and the functions of `wx` that its code names.
   *
   * @example
   * const { files, functions } = await client.releases.readContents(appId, '1.3.0')
   */
  readContents(appId: string, version: string): Promise<VersionContents>
  /**
   * Takes a version down, or lets it back with null; for staff of the platform.
   *
   * @example
   * await client.releases.block(appId, '1.3.0', { reason: 'phishing', fallbackVersion: '1.2.0' })
   */
  block(appId: string, version: string, input: BlockVersionInput | null): Promise<Version>
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
    quotas: async (appId) => (await http.call('listQuotas', { answer: quotaListSchema, params: { appId } })).items,
    compare: (appId, version, before) =>
      http.call('compareVersions', {
        answer: versionComparisonSchema,
        params: { appId, version },
        query: { with: before },
      }),
    publish: (appId, version, options = {}) =>
      http.call('publishRelease', { answer: releaseSchema, params: { appId }, json: { ...options, version } }),
    rollBack: (appId, input = {}) => http.call('rollBack', { answer: releaseSchema, params: { appId }, json: input }),
    setTrial: (appId, version) =>
      http.call('setTrialVersion', { answer: nothing, params: { appId }, json: { version } }),
    createPreviewLink: (appId, input) =>
      http.call('createPreviewLink', { answer: createdPreviewLinkSchema, params: { appId }, json: input }),
    previewLinks: async (appId) =>
      (await http.call('listPreviewLinks', { answer: previewLinkListSchema, params: { appId } })).items,
    revokePreviewLink: (appId, linkId) =>
      http.call('revokePreviewLink', { answer: nothing, params: { appId, linkId } }),
    readContents: (appId, version) =>
      http.call('readVersionContents', { answer: versionContentsSchema, params: { appId, version } }),
    block: (appId, version, input) =>
      input === null
        ? http.call('unblockVersion', { answer: versionSchema, params: { appId, version } })
        : http.call('blockVersion', { answer: versionSchema, params: { appId, version }, json: input }),
    async list(appId) {
      const { items } = await http.call('listReleases', { answer: releaseListSchema, params: { appId } })
      return items
    },
    readCurrent: (appId) => http.call('readCurrentRelease', { answer: releaseSchema, params: { appId } }),
  }
}
