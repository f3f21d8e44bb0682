import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const root = join(fileURLToPath(import.meta.url), '..', '..', '..')

/**
 * A command that `npm ci` installed. `node` is the pinned Node, which runs TypeScript as it is.
 *
 * @param {string} name
 */
export function tool(name) {
  return join(root, 'node_modules', '.bin', name)
}
