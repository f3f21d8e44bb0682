import { readFile } from 'node:fs/promises'
import { transform } from 'esbuild'

/** The overlay as the browser runs it. */
export async function readOverlayScript(): Promise<string> {
  const source = await readFile(new URL('./overlay/overlay.ts', import.meta.url), 'utf8')
  const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'es2022' })
  return code
}
