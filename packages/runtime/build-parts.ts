/**
 * The extra parts: heavy libraries and tables that few apps need, each a file of its own that is fetched when something first asks for it
 * by name. A new one is a row here; `host/later/extra-parts.ts` and `view/extra-parts.ts` hand them out.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { transform } from 'esbuild'

export type PartSource =
  /** Runs in a page's frame as a classic script and gives its value to `window.banyanPart`. */
  | { for: 'frame'; entry: string; texts?: () => Promise<Record<string, string>> }
  /** A module for the host page. */
  | { for: 'host'; entry: string }
  /** A table, as JSON, for either. */
  | { for: 'data'; read: () => Promise<unknown> }

/** Entries are relative to `src`. */
export const partSources: Readonly<Record<string, PartSource>> = {
  /** Reads QR and bar codes where the browser has no BarcodeDetector. */
  'code-reader': { for: 'host', entry: 'api/scan/host/code-reader-part.ts' },
  /** The library of `<editor>`. */
  editor: {
    for: 'frame',
    entry: 'components/editor/library.ts',
    texts: async () => ({ quillStyle: await packageText('quill/dist/quill.core.css') }),
  },
  /** The platform's service worker; servers answer `/-/offline.js` with it. */
  'service-worker': { for: 'frame', entry: 'offline/main.ts' },
  /** What web pages inside `<web-view>` load; servers answer `/-/jweixin.js` with it. */
  jweixin: { for: 'frame', entry: 'api/web-view/host/jweixin-part.ts' },
  /** `<banyan-app>` for pages of others; servers answer `/-/embed.js` with it. */
  embed: { for: 'host', entry: '../../embed/src/index.ts' },
  /** Draws PDF files for `wx.openDocument`; the second is its worker, a classic script. */
  pdf: { for: 'host', entry: 'api/document/host/pdf-part.ts' },
  'pdf-worker': { for: 'frame', entry: 'api/document/host/pdf-worker-part.ts' },
  /** Everything of `<map>` but the ground. */
  map: { for: 'frame', entry: 'components/map/part.ts' },
  /** The map for the host's own pages. */
  'location-page': { for: 'host', entry: 'api/map/host/location-page-part.ts' },
  /** The ground of maps, where tiles are configured. */
  'map-ground': {
    for: 'frame',
    entry: 'components/map/base-part.ts',
    texts: async () => ({ maplibreWorker: await classicScript('maplibre-gl/dist/maplibre-gl-worker.mjs') }),
  },
  /** Divisions of the country for `<picker mode="region">`. */
  regions: { for: 'data', read: async () => (await import('@vant/area-data')).areaList },
}

/** A module of an npm package as a script that a worker without modules runs. */
async function classicScript(path: string): Promise<string> {
  const { code } = await transform(await packageText(path), { format: 'iife', minify: true, logLevel: 'silent' })
  return code
}

/** The text of a file of an npm package, for parts that carry a second script or a style sheet. */
export async function packageText(path: string): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve(path), 'utf8')
}
