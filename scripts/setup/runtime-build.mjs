import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './stale-build.mjs'
import { root } from './tools.mjs'

const folder = 'packages/runtime'

/**
 * Builds the browser files of the runtime unless those there were made from these very sources.
 *
 * @returns {Promise<void>}
 */
export function ensureRuntimeBuild() {
  const builders = readdirSync(join(root, folder)).filter((name) => /^build.*\.ts$/.test(name))
  return ensureBuild({
    about: 'the runtime',
    folder: join(root, folder, 'dist'),
    proof: 'runtime.json',
    builder: `${folder}/build.ts`,
    sources: [
      'package-lock.json',
      'packages/contract/src',
      `${folder}/src`,
      ...builders.map((name) => `${folder}/${name}`),
    ],
  })
}
