/**
 * Bundles glass-easel from the sources in its package instead of its ready-made file. That file decides at run time between three kinds of
 * backend and carries the code of all; we have one kind, so the choice is made here and the rest falls away.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'

const decided: Readonly<Record<string, string>> = {
  'BM.DYNAMIC': 'false',
  'BM.SHADOW': 'false',
  'BM.COMPOSED': 'true',
  'BM.DOMLIKE': 'false',
  'ENV.DEV': 'false',
  // Constants of another file: as values they would load it first, and with it classes before the one that they extend.
  'SlotMode.Direct': '0',
  'SlotMode.Single': '1',
  'SlotMode.Multiple': '2',
  'SlotMode.Dynamic': '3',
}
const decision = /\b(?:BM\.(?:DYNAMIC|SHADOW|COMPOSED|DOMLIKE)|ENV\.DEV|SlotMode\.(?:Direct|Single|Multiple|Dynamic))\b/g

/** The library's internal members, which its own build shortens as well. */
export const glassEaselInternals = /^_\$/

export function glassEaselSource(): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve('glass-easel/package.json')), 'src')
  return {
    name: 'glass-easel-source',
    setup(build) {
      build.onResolve({ filter: /^glass-easel$/ }, () => ({ path: join(folder, 'index.ts'), sideEffects: false }))
      build.onLoad({ filter: /[\\/]glass-easel[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replaceAll(decision, (name) => decided[name] ?? name),
        loader: 'ts',
      }))
    },
  }
}
