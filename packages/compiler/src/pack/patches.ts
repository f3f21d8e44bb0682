/** What one build changed, as scripts for a page that is open: in a large project some kilobytes instead of some megabytes. */
import type { Templates } from '../wxml/compile-templates.ts'
import { emitScript, type PackageParts } from './assemble.ts'

/** One script for each package that has changed modules or templates. Of the others it has neither; its configurations are all there. */
export function emitPatches(
  packages: readonly PackageParts[],
  templates: Templates,
  compiled: Readonly<Record<string, readonly string[]>>,
): string[] {
  const modules = new Set((compiled['script'] ?? []).map(withoutExtension))
  const changed = new Set((compiled['template'] ?? []).map(withoutExtension))
  return packages.flatMap((parts) => {
    const patched = {
      ...parts,
      modules: parts.modules.filter(({ path }) => modules.has(withoutExtension(path))),
      // A template that others import is a part of all of them.
      ...templates.chunksOf(Object.keys(parts.components).filter((path) => templates.usesAny(path, changed))),
    }
    if (patched.modules.length === 0 && patched.templates.length === 0) return []
    return [emitScript(patched, false).text]
  })
}

function withoutExtension(path: string): string {
  return path.replace(/\.\w+$/, '')
}
