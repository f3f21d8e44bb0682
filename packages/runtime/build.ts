/**
 * Builds the runtime for browsers: `node packages/runtime/build.ts [outdir]`. Names carry the hash of the contents, so every file can be
 * served as immutable; `runtime.json` names them.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { RuntimeBuild } from '@banyan/contract/boot'
import { runtimeVersion } from '@banyan/contract/package-format'
import { build } from 'esbuild'
import { minify } from 'terser'
import { simulatorAgents, withSimulatedSafeArea } from './build-devtools.ts'
import { glassEaselInternals, glassEaselSource } from './build-glass-easel.ts'
import { type PartSource, partSources } from './build-parts.ts'
import { workerTables } from './build-tables.ts'
import { laterAreaNames } from './src/api/later-functions.ts'
import { firstFrameHtml } from './src/host/first-frame-html.ts'
import { pagePolicy, pageTemplate } from './src/host/page-template.ts'
import { baseStyle } from './src/view/base-style.ts'

export interface BuildRuntimeOptions {
  /** Default: `dist` next to this file. */
  outdir?: string
  /** `development` keeps names and line breaks readable; the code is the same. */
  mode?: 'production' | 'development'
  /** With the agents of the simulator in it. Users never get such a build. */
  hasDevtools?: boolean
  /** Default: all of `build-parts.ts`. */
  parts?: Readonly<Record<string, PartSource>>
}

export interface BuiltFile {
  part: string
  file: string
  bytes: Uint8Array
}

export interface BuiltRuntime {
  outdir: string
  runtime: RuntimeBuild
  files: readonly BuiltFile[]
}

const source = fileURLToPath(new URL('./src/', import.meta.url))
const hashedName = /-[\da-f]{12}\.(js|json)$/
const targets = ['chrome87', 'safari15', 'firefox90']

export async function buildRuntime(options: BuildRuntimeOptions = {}): Promise<BuiltRuntime> {
  const outdir = options.outdir ?? fileURLToPath(new URL('./dist/', import.meta.url))
  const mode = options.mode ?? 'production'
  const hasDevtools = options.hasDevtools ?? false
  const extraParts = Promise.all(
    Object.entries(options.parts ?? partSources).map(([name, part]) => buildPart(name, part, mode)),
  )
  const bundleHost = async () => {
    const parts = await bundle('parts', { entry: 'view/later.ts', format: 'iife', mode })
    const banyanViewParts = Buffer.from(parts.bytes).toString()
    const later = await bundle('later', {
      entry: 'host/later/main.ts',
      format: 'esm',
      mode,
      hasDevtools,
      texts: { banyanViewParts, banyanPartFiles: JSON.stringify(namesOf(await extraParts)) },
    })
    const texts = { banyanLaterFile: later.file }
    return { later, host: await bundle('host', { entry: 'host/main.ts', format: 'esm', mode, hasDevtools, texts }) }
  }
  const bundleLogicLater = async () => {
    const nested = await bundle('nested', { entry: 'logic/nested/main.ts', format: 'iife', mode })
    const texts = { banyanNestedWorker: Buffer.from(nested.bytes).toString() }
    return bundle('logic-later', { entry: 'logic/later.ts', format: 'iife', mode, texts })
  }
  const [{ later, host }, logic, logicLater, view] = await Promise.all([
    bundleHost(),
    bundle('logic', { entry: 'logic/main.ts', format: 'iife', mode, hasDevtools }),
    bundleLogicLater(),
    bundle('view', { entry: 'view/main.ts', format: 'iife', mode }),
  ])
  const template = pageTemplate(laterAreaNames)
  const page = hasDevtools ? withSimulatedSafeArea(template) : template
  const files = [host, logic, view, later, logicLater, ...(await extraParts)]
  const runtime: RuntimeBuild = {
    version: runtimeVersion,
    host: host.file,
    logic: logic.file,
    logicLater: logicLater.file,
    view: view.file,
    later: later.file,
    parts: namesOf(await extraParts),
    files: files.map(({ file }) => file),
    page,
    firstFrame: firstFrameHtml(baseStyle),
    policy: pagePolicy,
  }
  await mkdir(outdir, { recursive: true })
  const stale = (await readdir(outdir)).filter((name) => hashedName.test(name) && !runtime.files.includes(name))
  await Promise.all(files.map(({ file, bytes }) => writeFile(join(outdir, file), bytes)))
  await writeFile(join(outdir, 'runtime.json'), `${JSON.stringify(runtime, null, 2)}\n`)
  await writeFile(join(outdir, 'page.html'), page)
  await Promise.all(stale.map((name) => rm(join(outdir, name), { force: true })))
  return { outdir, runtime, files }
}

/** Lines of a table: what a phone downloads. */
export function describeSizes({ files }: BuiltRuntime): string[] {
  const rows = files.map(({ part, file, bytes }) => ({
    name: `${part} ${file}`,
    plain: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  }))
  const sum = (key: 'plain' | 'gzip' | 'brotli') => rows.reduce((total, row) => total + row[key], 0)
  rows.push({ name: 'total', plain: sum('plain'), gzip: sum('gzip'), brotli: sum('brotli') })
  return rows.map(
    ({ name, plain, gzip, brotli }) =>
      `${name.padEnd(26)} ${kilobytes(plain)} kB  gzip ${kilobytes(gzip)} kB  brotli ${kilobytes(brotli)} kB`,
  )
}

function namesOf(parts: readonly BuiltFile[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ part, file }) => [part, file]))
}

/** Libraries come minified as far as it pays; the slow minifier would double the time of every build for a few bytes. */
async function buildPart(name: string, part: PartSource, mode: BundleOptions['mode']): Promise<BuiltFile> {
  if (part.for === 'data') return nameFile(name, 'json', Buffer.from(JSON.stringify(await part.read())))
  const texts = part.for === 'frame' ? ((await part.texts?.()) ?? {}) : {}
  const format = part.for === 'frame' ? 'iife' : 'esm'
  return bundle(name, { entry: part.entry, format, mode, texts, isLibrary: true })
}

interface BundleOptions {
  entry: string
  format: 'esm' | 'iife'
  mode: 'production' | 'development'
  hasDevtools?: boolean
  /** Texts that the build alone knows, by the name under which the code reads them. */
  texts?: Readonly<Record<string, string>>
  /** Mostly code of a package: its names stay as they are. */
  isLibrary?: boolean
}

async function bundle(part: string, options: BundleOptions): Promise<BuiltFile> {
  const { outputFiles } = await build({
    entryPoints: [join(source, options.entry)],
    bundle: true,
    write: false,
    format: options.format,
    target: targets,
    // Safari before 14.1 has one rare fault in destructuring, for which esbuild would refuse the whole syntax.
    supported: { destructuring: true },
    minify: options.mode === 'production',
    charset: 'utf8',
    legalComments: 'none',
    conditions: ['browser'],
    define: {
      'process.env.NODE_ENV': '"production"',
      // The encoder of JPEG takes a bundle for Node.
      'Buffer.from': 'Uint8Array.from',
      ...Object.fromEntries(Object.entries(options.texts ?? {}).map(([name, text]) => [name, JSON.stringify(text)])),
    },
    plugins: [
      ...(options.hasDevtools === true ? [simulatorAgents()] : []),
      glassEaselSource(options.hasDevtools === true ? ['applyTemplateUpdates'] : []),
      workerTables(),
    ],
    ...(options.isLibrary === true ? {} : { mangleProps: glassEaselInternals }),
    // Fields that only say their type must not appear on instances; the library assigns before some constructors end.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    logLevel: 'silent',
  })
  const output = outputFiles[0]?.contents ?? new Uint8Array()
  const isShrunk = options.mode === 'production' && options.isLibrary !== true
  return nameFile(part, 'js', isShrunk ? await shrink(output, options.format) : output)
}

function nameFile(part: string, extension: 'js' | 'json', bytes: Uint8Array): BuiltFile {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { part, file: `${part}-${hash}.${extension}`, bytes }
}

/** A second, slower minifier, which folds what the first leaves: about one byte in twenty after compression. */
async function shrink(bytes: Uint8Array, format: 'esm' | 'iife'): Promise<Uint8Array> {
  const { code } = await minify(Buffer.from(bytes).toString(), {
    module: format === 'esm',
    ecma: 2020,
    compress: { passes: 2, pure_getters: true, keep_fargs: false },
    mangle: true,
    format: { comments: false },
  })
  return Buffer.from(code ?? '')
}

function kilobytes(count: number): string {
  return (count / 1000).toFixed(1).padStart(6)
}

if (import.meta.main) {
  const started = performance.now()
  const built = await buildRuntime(process.argv[2] === undefined ? {} : { outdir: process.argv[2] })
  for (const line of describeSizes(built)) process.stdout.write(`${line}\n`)
  process.stdout.write(`built in ${(performance.now() - started).toFixed(0)} ms\n`)
}
