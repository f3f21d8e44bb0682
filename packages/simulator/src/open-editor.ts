import { relative, resolve } from 'node:path'
import launch from 'launch-editor'

/** Opens a file of the project in the developer's editor: the one that runs, or `LAUNCH_EDITOR`, `VISUAL`, `EDITOR`. */
export function openInEditor(root: string, place: { file: string; line: number; column: number }): boolean {
  const path = resolve(root, place.file)
  if (relative(root, path).startsWith('..')) return false
  launch(`${path}:${place.line}:${place.column}`, () => undefined)
  return true
}
