/** What is different between two versions of an app. */
import { PlatformError } from '@banyan/contract/errors'
import type { FileChange, VersionComparison } from '@banyan/contract/version-comparison'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import { takeApart, type PackageParts } from './package-parts.ts'
import type { ReleaseStore, VersionRow } from './store.ts'

export async function compareVersions(
  { store, blobs }: { store: ReleaseStore; blobs: Blobs },
  { appId, version, before }: { appId: string; version: string; before: string },
): Promise<VersionComparison> {
  const rows = [await requireVersion(store, appId, before), await requireVersion(store, appId, version)] as const
  const [old, now] = [await takeApart(blobs, rows[0]), await takeApart(blobs, rows[1])]
  const files = changesOf(old, now)
  return {
    ...{ appId, version, with: before, files, pages: pagesOf(old, now, files) },
    sizeBytes: { before: rows[0].size_bytes, after: rows[1].size_bytes },
    minRuntime: { before: rows[0].min_runtime, after: rows[1].min_runtime },
    functions: difference(old.functions, now.functions),
    components: difference(old.components, now.components),
    domains: difference(old.domains, now.domains),
  }
}

async function requireVersion(store: ReleaseStore, appId: string, version: string): Promise<VersionRow> {
  const row = await store.version(appId, version)
  if (!row) throw new PlatformError('release.versionNotFound', { detail: version })
  return row
}

function changesOf(old: PackageParts, now: PackageParts): FileChange[] {
  const paths = [...new Set([...old.files.keys(), ...now.files.keys()])].toSorted()
  return paths.flatMap((path): FileChange[] => {
    const [before, after] = [old.files.get(path), now.files.get(path)]
    if (before?.content === after?.content) return []
    const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    return [{ path, change, bytesBefore: before?.sizeBytes ?? null, bytesAfter: after?.sizeBytes ?? null }]
  })
}

function pagesOf(old: PackageParts, now: PackageParts, files: readonly FileChange[]): VersionComparison['pages'] {
  const touched = new Set(files.map(({ path }) => path.replace(/\.(?:js|json|wxml|wxss)$/, '')))
  const pages = [...new Set([...now.pages, ...old.pages])]
  return pages.map((path) => {
    if (!old.pages.includes(path)) return { path, change: 'added' }
    if (!now.pages.includes(path)) return { path, change: 'removed' }
    return { path, change: touched.has(path) ? 'changed' : 'same' }
  })
}

function difference(old: ReadonlySet<string>, now: ReadonlySet<string>): { added: string[]; removed: string[] } {
  const without = (from: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
    [...from].filter((each) => !others.has(each)).toSorted()
  return { added: without(now, old), removed: without(old, now) }
}
