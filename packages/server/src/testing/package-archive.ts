/** A small but complete package, as the compiler would hand it over. */
import { createHash } from 'node:crypto'
import type { FileRef, PackageManifest } from '@banyan/contract/package-format'
import { writeZip, type ZipEntry } from './zip-writer.ts'

export interface TestPackage {
  manifest: PackageManifest
  /** Of the worker's script, the first file that a browser asks for. */
  scriptHash: string
  entries: ZipEntry[]
}

export interface TestPackageOptions {
  /** Makes one package differ from the other. */
  label?: string
  assets?: Readonly<Record<string, { content: Buffer; mediaType: string }>>
  script?: string
  config?: string
  assetTable?: string
}

export function testPackage(options: TestPackageOptions = {}): TestPackage {
  const entries: ZipEntry[] = []
  const add = (content: string | Buffer): FileRef => {
    const bytes = Buffer.from(content)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const name = `files/${hash}`
    if (!entries.some((entry) => entry.name === name)) entries.push({ name, content: bytes })
    return { hash, sizeBytes: bytes.length }
  }
  const assets = Object.fromEntries(
    Object.entries(options.assets ?? {}).map(([path, { content, mediaType }]) => [
      path,
      { ...add(content), mediaType },
    ]),
  )
  const empty = `$banyan({ root: '', modules: {}, templates: () => ({}), components: {}, label: ${JSON.stringify(options.label ?? 'test')} })\n`
  const script = add(options.script ?? empty.repeat(40))
  const manifest: PackageManifest = {
    format: 1,
    compilerVersion: 'test',
    minRuntime: 1,
    config: add(options.config ?? JSON.stringify({ pages: ['pages/home/home'], entryPagePath: 'pages/home/home' })),
    assets: add(options.assetTable ?? JSON.stringify(assets)),
    packages: [{ root: '', independent: false, script, style: add(JSON.stringify({ app: 'page{color:red}' })) }],
  }
  entries.unshift({ name: 'manifest.json', content: JSON.stringify(manifest) })
  return { manifest, scriptHash: script.hash, entries }
}

export function testArchive(options: TestPackageOptions = {}): Buffer {
  return writeZip(testPackage(options).entries)
}
