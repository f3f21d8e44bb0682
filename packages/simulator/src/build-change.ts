import { extname } from 'node:path'
import type { PackageManifest } from '@banyan/contract/package-format'

/** What an open page must do to show a new build: nothing, take styles, templates or code (with styles) in, or start anew. */
export type BuildChange = 'none' | 'style' | 'template' | 'code' | 'all'

const styles = new Set(['.wxss', '.css', '.less', '.scss', '.sass', '.styl'])

export function compareBuilds(
  before: PackageManifest,
  next: PackageManifest,
  changedPaths: readonly string[],
): BuildChange {
  if (JSON.stringify(before) === JSON.stringify(next)) return 'none'
  const kinds = new Set(changedPaths.map((path) => kindOf(extname(path).toLowerCase())))
  if (kinds.size === 0 || kinds.has('all') || (kinds.has('template') && kinds.has('code'))) return 'all'
  if (before.config.hash !== next.config.hash || before.packages.length !== next.packages.length) return 'all'
  const hasOtherScript = next.packages.some(({ root, script }) => {
    return before.packages.find((each) => each.root === root)?.script.hash !== script.hash
  })
  if (!hasOtherScript) return 'style'
  if (!kinds.has('code')) return 'template'
  // Code that names other functions of `wx` may need parts of it that this start has not brought.
  return JSON.stringify(before.areas) === JSON.stringify(next.areas) ? 'code' : 'all'
}

function kindOf(extension: string): BuildChange {
  if (styles.has(extension)) return 'style'
  if (extension === '.wxml') return 'template'
  return extension === '.js' || extension === '.ts' ? 'code' : 'all'
}
