/** Builds the console's browser files into `dist`: files named by their hash, and `manifest.json` that says which come first. */
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const root = import.meta.dirname
const outDir = join(root, 'dist')

const built = await build({
  root,
  base: '/console/',
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir,
    // What runs goes on running until the new files are all there.
    emptyOutDir: false,
    manifest: 'manifest.new.json',
    target: ['chrome111', 'safari16.4', 'firefox114'],
    // Pictures as addresses of their own keep the policy of the page short.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { input: join(root, 'src', 'main.tsx') },
  },
})
// Last of all, so that a build that was broken off is not taken for a whole one.
await rename(join(outDir, 'manifest.new.json'), join(outDir, 'manifest.json'))

const kept = new Set(
  [built].flat().flatMap((part) => ('output' in part ? part.output.map(({ fileName }) => fileName) : [])),
)
for (const name of await readdir(join(outDir, 'assets'))) {
  if (!kept.has(`assets/${name}`)) await rm(join(outDir, 'assets', name))
}
