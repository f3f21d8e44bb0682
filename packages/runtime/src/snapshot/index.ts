/**
 * Adds to a build what each of its pages shows from its initial data. The app's code runs for that in a process of its own, which may read
 * the runtime and nothing else, writes nothing and starts nothing; a page that cannot be drawn goes without.
 */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { AppConfig, FileRef, PackageManifest, StyleMap } from '@banyan/contract/package-format'
import type { SnapshotTable } from '@banyan/contract/snapshot'
import type { DrawnPage, DrawRequest } from './request.ts'

export interface SnapshotBuild {
  readonly manifest: PackageManifest
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface SnapshotReport {
  readonly drawn: readonly string[]
  /** Route -> why it has none, for those that failed. */
  readonly failures: Readonly<Record<string, string>>
}

export interface SnapshotOptions {
  /** For all pages together; those that are drawn by then are kept. Default: 30 s. */
  timeLimitMs?: number
}

/** In the published command both are bundles beside each other. */
const childUrl = new URL(import.meta.url.endsWith('.ts') ? './child.ts' : './snapshot-child.js', import.meta.url)

/** The same source gives the same bytes. */
export async function addSnapshots<B extends SnapshotBuild>(
  build: B,
  options: SnapshotOptions = {},
): Promise<{ build: B; report: SnapshotReport }> {
  const files = new Map(build.files)
  const store = (value: unknown): FileRef => {
    const bytes = Buffer.from(JSON.stringify(value))
    const hash = createHash('sha256').update(bytes).digest('hex')
    files.set(hash, bytes)
    return { hash, sizeBytes: bytes.length }
  }
  const pages = await drawPages(requestOf(build), options.timeLimitMs ?? 30_000)
  const table: SnapshotTable = {}
  const failures: Record<string, string> = {}
  for (const { route, snapshot, failure } of pages.toSorted((one, other) => (one.route < other.route ? -1 : 1))) {
    if (snapshot !== undefined) table[route] = store(snapshot)
    if (failure !== undefined) failures[route] = failure
  }
  const drawn = Object.keys(table)
  const manifest = drawn.length === 0 ? build.manifest : { ...build.manifest, snapshots: store(table) }
  return { build: { ...build, files, manifest }, report: { drawn, failures } }
}

function requestOf({ manifest, files }: SnapshotBuild): DrawRequest {
  const text = (ref: FileRef): string => new TextDecoder().decode(files.get(ref.hash))
  const config: AppConfig = JSON.parse(text(manifest.config))
  const styles: Record<string, string> = {}
  for (const { style } of manifest.packages) {
    const map: StyleMap = JSON.parse(text(style))
    Object.assign(styles, map)
  }
  return { config, packages: manifest.packages.map(({ root, script }) => ({ root, script: text(script) })), styles }
}

function drawPages(request: DrawRequest, timeLimitMs: number): Promise<DrawnPage[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(childUrl), {
      execArgv: ['--permission', '--allow-fs-read=*', '--no-warnings', '--max-old-space-size=512'],
      serialization: 'advanced',
      stdio: 'ignore',
      env: {},
    })
    const pages: DrawnPage[] = []
    const timer = setTimeout(() => child.kill('SIGKILL'), timeLimitMs)
    child.on('message', (page: DrawnPage) => void pages.push(page))
    child.on('error', reject)
    child.on('exit', () => {
      clearTimeout(timer)
      resolve(pages)
    })
    child.send(request)
  })
}
