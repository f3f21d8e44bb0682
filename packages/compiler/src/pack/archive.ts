/** The archive that is uploaded: the same build always gives the same bytes. */
import { zipSync, type Zippable } from 'fflate'
import type { PackageManifest } from '@banyan/contract/package-format'

export interface ArchiveContents {
  readonly manifest: PackageManifest
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly sourceMaps: ReadonlyMap<string, Uint8Array>
}

/** The earliest time that a zip file can hold, in the form that does not depend on the machine's time zone. */
const fixedTime = new Date(1980, 0, 1)

/** `manifest.json`, `files/<hash>` and `maps/<path>.json`, sorted. */
export function packArchive({ manifest, files, sourceMaps }: ArchiveContents): Uint8Array {
  const entries: [string, Uint8Array][] = [['manifest.json', Buffer.from(JSON.stringify(manifest))]]
  for (const hash of [...files.keys()].sort()) entries.push([`files/${hash}`, files.get(hash) ?? new Uint8Array()])
  for (const path of [...sourceMaps.keys()].sort())
    entries.push([`maps/${path}.json`, sourceMaps.get(path) ?? new Uint8Array()])
  const contents: Zippable = Object.fromEntries(
    entries.map(([path, bytes]) => [path, [bytes, { mtime: fixedTime, level: 6, os: 3 }] as const]),
  )
  return zipSync(contents)
}
