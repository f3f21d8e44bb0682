import { extname } from 'node:path'
import type { PackageManifest } from '@banyan/contract/package-format'

/** What an open page must do to show a new build: nothing, take styles, take templates and styles, or start anew. */
export type BuildChange = 'none' | 'style' | 'template' | 'all'

const styles = new Set(['.wxss', '.css', '.less', '.scss', '.sass', '.styl'])

export function compareBuilds(
  before: PackageManifest,
  next: PackageManifest,
  changedPaths: readonly string[],
): BuildChange {
  if (JSON.stringify(before) === JSON.stringify(next)) return 'none'
  const extensions = changedPaths.map((path) => extname(path).toLowerCase())
  const isKnown =
    extensions.length > 0 && extensions.every((extension) => styles.has(extension) || extension === '.wxml')
  if (!isKnown || before.config.hash !== next.config.hash || before.packages.length !== next.packages.length)
    return 'all'
  const hasOtherScript = next.packages.some(({ root, script }) => {
    return before.packages.find((each) => each.root === root)?.script.hash !== script.hash
  })
  return hasOtherScript ? 'template' : 'style'
}
