/** What a version is made of, for whoever looks into it before users get it. */
import { packageManifestSchema, type AppConfig } from '@banyan/contract/package-format'
import type { Apps } from '#domains/apps'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { ReleaseStore } from './store.ts'

export interface PackageContents {
  texts: readonly { where: string; text: string }[]
  sizeBytes: number
  fileCount: number
  /** Share of its bytes that versions of other teams' apps have too, 0 to 1. */
  sharedWithOthers: number
  /** Every page of the app, in the order of its configuration. */
  pages: readonly string[]
  entryPage: string
}

export async function readContents(
  { store, blobs, apps }: { store: ReleaseStore; blobs: Blobs; apps: Pick<Apps, 'findPublic'> },
  appId: string,
  version: string,
): Promise<PackageContents | undefined> {
  const row = await store.version(appId, version)
  if (!row) return undefined
  const manifest = packageManifestSchema.parse(JSON.parse(row.manifest))
  const named = [
    ...manifest.packages.map(({ root, script }) => ({ where: root === '' ? 'main' : root, hash: script.hash })),
    { where: 'the configuration', hash: manifest.config.hash },
  ]
  const texts = await Promise.all(
    named.map(async ({ where, hash }) => ({ where, text: (await blobs.read(hash))?.toString('utf8') ?? '' })),
  )
  const config: Partial<AppConfig> = JSON.parse(texts.at(-1)?.text || '{}')
  const pages = config.pages ?? []
  const sharedBytes = await store.bytesSharedWith(await appsOfOthers({ store, apps }, appId, version), {
    appId,
    version,
  })
  return {
    texts,
    sizeBytes: row.size_bytes,
    fileCount: row.file_count,
    pages,
    entryPage: config.entryPagePath ?? pages[0] ?? '',
    sharedWithOthers: row.size_bytes === 0 ? 0 : Math.min(1, sharedBytes / row.size_bytes),
  }
}

/** What a team has in several apps of its own is its own affair. */
async function appsOfOthers(
  { store, apps }: { store: ReleaseStore; apps: Pick<Apps, 'findPublic'> },
  appId: string,
  version: string,
): Promise<string[]> {
  const workspaceId = (await apps.findPublic(appId))?.workspaceId
  const sharing = await store.appsSharingFiles(appId, version)
  const found = await Promise.all(sharing.map((id) => apps.findPublic(id)))
  return found.flatMap((app) => (app && app.workspaceId !== workspaceId ? [app.id] : []))
}
