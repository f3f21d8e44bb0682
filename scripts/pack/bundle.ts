/** Bundles of published packages: code of this repository goes in, packages from npm stay outside and are named. */
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { build as bundleSources } from 'esbuild'
import type { Plugin } from 'esbuild'

export interface BundleOptions {
  /** Name of the bundle, without `.js`, and the source file. */
  entries: Readonly<Record<string, string>>
  outdir: string
  platform: 'node' | 'browser'
  /** Parts that are loaded on use become files of their own. */
  splits?: boolean
  /** Source files that the published package has instead of others: names as they are imported. */
  replaced?: Readonly<Record<string, string>>
  /** The packages that stay outside. Default: all. */
  external?: readonly string[]
}

/** Writes the bundles and returns the packages that they import. */
export async function bundle(options: BundleOptions): Promise<ReadonlySet<string>> {
  const { metafile } = await bundleSources({
    entryPoints: { ...options.entries },
    outdir: options.outdir,
    bundle: true,
    format: 'esm',
    platform: options.platform,
    target: options.platform === 'node' ? 'node20' : ['chrome87', 'safari15', 'firefox90'],
    splitting: options.splits ?? false,
    charset: 'utf8',
    metafile: true,
    logLevel: 'error',
    plugins: [replaceSources(options.replaced ?? {}), leaveOutside(options.external)],
    // Packages in CommonJS that go into a bundle ask for Node's own modules.
    banner: options.platform === 'node' ? { js: requireBanner } : {},
  })
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports)
  const names = imported.filter(({ external }) => external === true).map(({ path }) => packageOf(path))
  return new Set(names.filter((name) => !isBuiltin(name)))
}

const requireBanner =
  "import { createRequire as banyanCreateRequire } from 'node:module'; const require = banyanCreateRequire(import.meta.url);"

function replaceSources(replaced: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'replaced-sources',
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path }) => {
        const file = replaced[path]
        return file === undefined ? undefined : { path: file }
      })
    },
  }
}

function leaveOutside(external: readonly string[] | undefined): Plugin {
  return {
    name: 'packages-outside',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point' || path.startsWith('@banyan/')) return undefined
        const isOutside = isBuiltin(path) || external === undefined || external.includes(packageOf(path))
        return isOutside ? { path, external: true } : undefined
      })
    },
  }
}

function packageOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}

/** A source file of this repository, by its path from the root. */
export function sourceFile(path: string): string {
  return join(import.meta.dirname, '../..', path)
}
