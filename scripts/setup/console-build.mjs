import { join } from 'node:path'
import { root } from './tools.mjs'
import { ensureBuild } from './stale-build.mjs'

/**
 * Builds the browser files of the console unless those there were made from these very sources.
 *
 * @returns {Promise<void>}
 */
export function ensureConsoleBuild() {
  return ensureBuild({
    about: 'the console',
    folder: join(root, 'packages', 'console', 'dist'),
    proof: 'manifest.json',
    builder: 'packages/console/build.ts',
    sources: [
      'package-lock.json',
      'packages/console/build.ts',
      'packages/contract/src',
      'packages/sdk/src',
      'packages/console/src',
    ],
  })
}
