/** What a version is made of, as its team sees it. */
import { dataKinds } from '@banyan/contract/app-profile'
import { packageManifestSchema, type PackageManifest } from '@banyan/contract/package-format'
import { versionFileKinds, type VersionContents, type VersionFile } from '@banyan/contract/version-contents'
import { wxFunctions } from '@banyan/contract/wx-api'
import { z } from 'zod'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { ReleaseStore } from './store.ts'

// What was uploaded was held to the format then; here only what is shown is read.
const configSchema = z.looseObject({ pages: z.array(z.string()).default([]) })
const assetsSchema = z.record(z.string(), z.object({ hash: z.string(), sizeBytes: z.int() }))

const askingFunctions: ReadonlySet<string> = new Set(Object.values(dataKinds).flat())

/** Undefined when there is no such version. */
export async function describeVersion(
  { store, blobs }: { store: ReleaseStore; blobs: Blobs },
  appId: string,
  version: string,
): Promise<VersionContents | undefined> {
  const row = await store.version(appId, version)
  if (!row) return undefined
  const manifest = packageManifestSchema.parse(JSON.parse(row.manifest))
  const read = async (hash: string): Promise<string> => (await blobs.read(hash))?.toString('utf8') ?? ''
  const [config, assets, ...scripts] = await Promise.all(
    [manifest.config, manifest.assets, ...manifest.packages.map(({ script }) => script)].map(({ hash }) => read(hash)),
  )
  const resources = Object.entries(assetsSchema.parse(JSON.parse(assets || '{}')))
  return {
    appId,
    version,
    sizeBytes: row.size_bytes,
    files: [
      ...codeFiles(manifest),
      ...resources.map(([path, { hash, sizeBytes }]): VersionFile => ({ path, kind: 'resource', sizeBytes, hash })),
    ].toSorted((a, b) => orderOf(a) - orderOf(b) || (a.path < b.path ? -1 : 1)),
    pages: configSchema.parse(JSON.parse(config || '{}')).pages,
    functions: [...new Set(scripts.flatMap(namedFunctions))].toSorted(),
  }
}

function codeFiles(manifest: PackageManifest): VersionFile[] {
  return [
    { ...manifest.config, path: '/', kind: 'configuration' },
    ...manifest.packages.flatMap(({ root, script, style }): VersionFile[] => [
      { ...script, path: `/${root}`, kind: 'script' },
      { ...style, path: `/${root}`, kind: 'style' },
    ]),
  ]
}

function orderOf({ kind }: VersionFile): number {
  return versionFileKinds.indexOf(kind)
}

/** By name, whatever stands before the dot: frameworks call `wx` by names of their own. */
function namedFunctions(script: string): string[] {
  const names = [...script.matchAll(/\.([a-zA-Z]\w*)/g)].map(([, name = '']) => name)
  const direct = [...script.matchAll(/\bwx\.([a-zA-Z]\w*)/g)].map(([, name = '']) => name)
  const openTypes = [...script.matchAll(/open-?type["']?\s*[:=,]\s*["'](\w+)/gi)].map(([, name = '']) => name)
  return [
    ...direct.filter((name) => name in wxFunctions),
    ...[...names, ...openTypes].filter((name) => askingFunctions.has(name)),
  ]
}
