/**
 * Makes the packages that are published to npm: `npm run pack [folder]`, by default `dist/npm`. Node does not strip types below
 * `node_modules`, so what is published is bundled; each folder is ready for `npm pack` and `npm publish`.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { buildRuntime } from '@banyan/runtime/build'
import { bundle, sourceFile } from './bundle.ts'
import { writeLicence, writeTypes } from './types.ts'

const out = resolve(process.argv[2] ?? sourceFile('dist/npm'))
const versions = await readVersions()

/** An older Node is told what is missing before it reads a line that it cannot understand. */
const startOfCommand = `#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 13)) {
  const { runCli } = await import('../dist/index.js')
  process.exitCode = await runCli(process.argv.slice(2))
} else {
  const found = process.versions.node
  process.stderr.write(\`banyan needs Node 22.13 or newer; this is \${found}.\\nbanyan 需要 Node 22.13 或更高版本，当前为 \${found}。\\n\`)
  process.exitCode = 1
}
`

await rm(out, { recursive: true, force: true })
await packCommand(join(out, 'cli'))
await packLibrary('sdk', { platform: 'node', description: 'Typed client of the open API of a Banyan platform' })
await packLibrary('server-sdk', {
  platform: 'node',
  description: 'For back ends of mini-programs on a Banyan platform',
})
await packLibrary('embed', {
  platform: 'browser',
  description: 'Shows a mini-program of a Banyan platform in any page',
})

async function packCommand(folder: string): Promise<void> {
  const simulator = (file: string) => sourceFile(`packages/simulator/src/${file}`)
  const dist = join(folder, 'dist')
  const packages = await bundle({
    entries: { index: sourceFile('packages/cli/src/index.ts') },
    outdir: dist,
    platform: 'node',
    splits: true,
    replaced: { './runtime-files.ts': simulator('packed.ts'), './browser-scripts.ts': simulator('packed.ts') },
  })
  // In one piece: it makes its window before the modules that look for one.
  const drawing = await bundle({
    entries: { 'snapshot-child': sourceFile('packages/runtime/src/snapshot/child.ts') },
    outdir: dist,
    platform: 'node',
    external: ['happy-dom'],
  })
  await bundle({
    entries: {
      overlay: simulator('overlay/overlay.ts'),
      prelude: simulator('prelude/prelude.ts'),
      panel: simulator('panel/main.ts'),
    },
    outdir: join(folder, 'browser'),
    platform: 'browser',
    external: [],
  })
  await buildRuntime({ outdir: join(folder, 'runtime') })
  await buildRuntime({ outdir: join(folder, 'runtime/devtools'), mode: 'development', hasDevtools: true })
  await cp(sourceFile('packages/cli/templates'), join(folder, 'templates'), { recursive: true })
  await mkdir(join(folder, 'bin'))
  await writeFile(join(folder, 'bin/banyan.mjs'), startOfCommand)
  await writePackage(folder, {
    name: 'cli',
    description: 'Create, develop, build, upload and publish mini-programs on a Banyan platform',
    // The style sheet of `useExtendedLib` is read from it as a file.
    packages: [...packages, ...drawing, 'weui-miniprogram'],
    extra: { bin: { banyan: 'bin/banyan.mjs' }, engines: { node: '>=22.13' } },
  })
}

interface Library {
  platform: 'node' | 'browser'
  description: string
}

async function packLibrary(name: string, { platform, description }: Library): Promise<void> {
  const folder = join(out, name)
  const entries = { index: sourceFile(`packages/${name}/src/index.ts`) }
  const packages = await bundle({ entries, outdir: join(folder, 'dist'), platform })
  await writePackage(folder, { name, description, packages: [...packages], extra: { engines: { node: '>=20.20' } } })
}

interface PublishedPackage {
  name: string
  description: string
  packages: readonly string[]
  extra: Readonly<Record<string, unknown>>
}

async function writePackage(folder: string, { name, description, packages, extra }: PublishedPackage): Promise<void> {
  const door = await writeTypes(name, join(folder, 'types'))
  const manifest = {
    name: `@banyan/${name}`,
    version: versions.get(`@banyan/${name}`),
    description,
    license: 'Apache-2.0',
    type: 'module',
    exports: { '.': { types: `./types/${door}`, default: './dist/index.js' } },
    dependencies: Object.fromEntries(packages.toSorted().map((each) => [each, versionOf(each)])),
    ...extra,
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeLicence(folder)
}

function versionOf(name: string): string {
  const version = versions.get(name)
  if (version === undefined) throw new Error(`No package of this repository says which version of ${name} it needs.`)
  return version
}

/** Exact versions, from the packages that use them. */
async function readVersions(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const name of ['cli', 'simulator', 'compiler', 'runtime', 'sdk', 'server-sdk', 'embed', 'contract']) {
    const text = await readFile(sourceFile(`packages/${name}/package.json`), 'utf8')
    const manifest: { name: string; version: string; dependencies?: Record<string, string> } = JSON.parse(text)
    found.set(manifest.name, manifest.version)
    for (const [dependency, version] of Object.entries(manifest.dependencies ?? {})) found.set(dependency, version)
  }
  return found
}
