/** Decides whether an archive is a package: exactly the files that its manifest names, each with the content that its name says. */
import { PlatformError, type ErrorCode } from '@banyan/contract/errors'
import {
  assetRefSchema,
  packageManifestSchema,
  runtimeVersion,
  type FileRef,
  type PackageManifest,
} from '@banyan/contract/package-format'
import { uploadLimits } from '@banyan/contract/releases'
import { snapshotLimits, snapshotSchema, snapshotTableSchema } from '@banyan/contract/snapshot'
import { z } from 'zod'
import { disguiseOf } from './disguise.ts'
import { faultOfPath } from './safe-path.ts'
import { parseStrictJson } from './strict-json.ts'
import { openArchive, type OpenArchive } from './zip-entries.ts'

export interface PackageFile {
  hash: string
  sizeBytes: number
  mediaType: string
}

export interface InspectedPackage {
  manifest: PackageManifest
  files: readonly PackageFile[]
  maps: readonly { path: string; name: string; hash: string; sizeBytes: number }[]
  totalBytes: number
  read(name: string): Promise<Buffer>
}

const manifestName = 'manifest.json'
const fileName = /^files\/([0-9a-f]{64})$/
const mapPrefix = 'maps/'
const manifestMaxBytes = 256 * 1024

const assetTableSchema = z.record(z.string(), assetRefSchema)
const configSchema = z.looseObject({ pages: z.array(z.string().max(255)).min(1).max(2000), entryPagePath: z.string() })

export async function inspectArchive(
  bytes: Buffer,
  { packageBytes }: { packageBytes: number },
): Promise<InspectedPackage> {
  const archive = await openArchive(bytes)
  checkEntryNames(archive)
  const manifest = await readManifest(archive)
  const files = new Map<string, PackageFile>()
  for (const [ref, mediaType] of codeFilesOf(manifest)) addFile(archive, files, ref, mediaType)
  const config = await readJson(archive, manifest.config, configSchema)
  if (!config.pages.includes(config.entryPagePath))
    refuse('archive.manifestInvalid', 'entryPagePath is not one of the pages')
  const assets = await readJson(archive, manifest.assets, assetTableSchema)
  for (const [path, ref] of Object.entries(assets)) {
    const fault = faultOfPath(path)
    if (fault) refuse('archive.nameUnsafe', `asset ${JSON.stringify(path)}: ${fault}`)
    addFile(archive, files, ref, ref.mediaType)
    const head = (await archive.read(`files/${ref.hash}`)).subarray(0, 512)
    const disguise = disguiseOf(ref.mediaType, head)
    if (disguise) refuse('archive.contentDisguised', `${JSON.stringify(path)} says ${ref.mediaType} and is ${disguise}`)
  }
  await addSnapshots(archive, files, manifest)
  checkSizes(manifest, files, packageBytes)
  for (const name of archive.entries.keys()) {
    const hash = fileName.exec(name)?.[1]
    if (hash !== undefined && !files.has(hash)) refuse('archive.fileUnexpected', name)
  }
  const maps = [...archive.entries.values()]
    .filter(({ name }) => name.startsWith(mapPrefix))
    .map(({ name, hash, sizeBytes }) => ({ path: name.slice(mapPrefix.length), name, hash, sizeBytes }))
  return {
    manifest,
    files: [...files.values()],
    maps,
    totalBytes: sum(files.values()),
    read: (name) => archive.read(name),
  }
}

function checkEntryNames(archive: OpenArchive): void {
  for (const { name, hash } of archive.entries.values()) {
    const named = fileName.exec(name)?.[1]
    if (named !== undefined && named !== hash) refuse('archive.hashMismatch', name)
    if (named === undefined && name !== manifestName && !name.startsWith(mapPrefix))
      refuse('archive.fileUnexpected', name)
  }
}

async function readManifest(archive: OpenArchive): Promise<PackageManifest> {
  const entry = archive.entries.get(manifestName)
  if (!entry) refuse('archive.manifestInvalid', 'there is no manifest.json')
  if (entry.sizeBytes > manifestMaxBytes) refuse('archive.manifestInvalid', 'manifest.json is too large')
  const value = parseStrictJson(
    (await archive.read(manifestName)).toString('utf8'),
    manifestName,
    uploadLimits.jsonDepth,
  )
  const parsed = packageManifestSchema.safeParse(value)
  if (!parsed.success) refuse('archive.manifestInvalid', explain(parsed.error))
  const manifest = parsed.data
  if (manifest.minRuntime > runtimeVersion)
    refuse('release.runtimeTooOld', `needs ${manifest.minRuntime}, here is ${runtimeVersion}`)
  checkPackageRoots(manifest)
  return manifest
}

async function addSnapshots(
  archive: OpenArchive,
  files: Map<string, PackageFile>,
  { snapshots }: PackageManifest,
): Promise<void> {
  if (snapshots === undefined) return
  for (const ref of Object.values(await readJson(archive, snapshots, snapshotTableSchema))) {
    addFile(archive, files, ref, 'application/json')
    await readJson(archive, ref, snapshotSchema, snapshotLimits.depth + 4)
  }
}

function checkPackageRoots(manifest: PackageManifest): void {
  const roots = new Set<string>()
  for (const [index, { root }] of manifest.packages.entries()) {
    const isMain = root === ''
    if (isMain !== (index === 0)) refuse('archive.manifestInvalid', 'the main package comes first, and there is one')
    if (!isMain && (!root.endsWith('/') || faultOfPath(root.slice(0, -1)))) {
      refuse('archive.manifestInvalid', `package root ${JSON.stringify(root)}`)
    }
    if (roots.has(root)) refuse('archive.manifestInvalid', `package root ${JSON.stringify(root)} stands twice`)
    roots.add(root)
  }
}

function codeFilesOf(manifest: PackageManifest): (readonly [FileRef, string])[] {
  return [
    [manifest.config, 'application/json'],
    [manifest.assets, 'application/json'],
    ...(manifest.snapshots === undefined ? [] : [[manifest.snapshots, 'application/json'] as const]),
    ...manifest.packages.flatMap(({ script, style }): (readonly [FileRef, string])[] => [
      [script, 'text/javascript'],
      [style, 'application/json'],
    ]),
  ]
}

function addFile(archive: OpenArchive, files: Map<string, PackageFile>, ref: FileRef, mediaType: string): void {
  const entry = archive.entries.get(`files/${ref.hash}`)
  if (!entry) refuse('archive.fileMissing', `files/${ref.hash}`)
  if (entry.sizeBytes !== ref.sizeBytes)
    refuse('archive.manifestInvalid', `files/${ref.hash} has ${entry.sizeBytes} bytes`)
  if (!files.has(ref.hash)) files.set(ref.hash, { hash: ref.hash, sizeBytes: ref.sizeBytes, mediaType })
}

async function readJson<T>(
  archive: OpenArchive,
  ref: FileRef,
  schema: z.ZodType<T>,
  depth: number = uploadLimits.jsonDepth,
): Promise<T> {
  const name = `files/${ref.hash}`
  const parsed = schema.safeParse(parseStrictJson((await archive.read(name)).toString('utf8'), name, depth))
  if (!parsed.success) refuse('archive.manifestInvalid', `${name}: ${explain(parsed.error)}`)
  return parsed.data
}

function checkSizes(manifest: PackageManifest, files: ReadonlyMap<string, PackageFile>, packageBytes: number): void {
  for (const { root, script, style } of manifest.packages) {
    const sizeBytes = script.sizeBytes + style.sizeBytes
    if (sizeBytes > packageBytes) {
      refuse(
        'archive.packageTooLarge',
        `${root || 'the main package'} has ${sizeBytes} bytes of code, at most ${packageBytes}`,
      )
    }
  }
  if (sum(files.values()) > uploadLimits.totalBytes)
    refuse('archive.tooLarge', `at most ${uploadLimits.totalBytes} bytes`)
}

function sum(files: Iterable<PackageFile>): number {
  let total = 0
  for (const { sizeBytes } of files) total += sizeBytes
  return total
}

function explain(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ')
}

function refuse(code: ErrorCode, detail: string): never {
  throw new PlatformError(code, { detail })
}
