import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The development server's own code for browsers, by name. */
export interface BrowserScripts {
  /** Shows compile errors in the page of the app. */
  overlay: string
  /** Runs before everything else in that page. */
  prelude: string
  /** The simulator around it. */
  panel: string
}

export async function buildBrowserScripts(): Promise<BrowserScripts> {
  const [overlay, prelude, panel] = await Promise.all([
    bundle('./overlay/overlay.ts', 'esm'),
    bundle('./prelude/prelude.ts', 'iife'),
    bundle('./panel/main.ts', 'esm'),
  ])
  return { overlay, prelude, panel }
}

async function bundle(entry: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
    charset: 'utf8',
    minifySyntax: true,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
