/** Loads the immutable files of one build, each at most once, and verifies their hashes. */
import type { BootData } from '@banyan/contract/boot'
import type { AppConfig, AssetTable, CodePackage, FileRef, StyleMap } from '@banyan/contract/package-format'
import { loadLaterParts } from './later-parts.ts'
import { checkRelease } from './release-check.ts'

export interface BuildFiles {
  config(): Promise<AppConfig>
  assets(): Promise<AssetTable>
  /** Undefined when there is no such package. */
  findPackage(root: string): CodePackage | undefined
  script(codePackage: CodePackage): Promise<Blob>
  styles(codePackage: CodePackage): Promise<StyleMap>
  /** Verified bytes of a resource. */
  asset(ref: FileRef, mediaType: string): Promise<Blob>
  logicSource(): Promise<Blob>
  viewSource(): Promise<string>
  /** The script of the later areas of `wx`. */
  logicLaterSource(): Promise<Blob>
  /** The package's code names a function of the later areas: its download began with the page. */
  readonly needsLogicLater: boolean
}

export class LoadError extends Error {
  readonly reason: 'network' | 'damaged'
  constructor(reason: 'network' | 'damaged', message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LoadError'
    this.reason = reason
  }
}

declare global {
  interface Window {
    /** Downloads that the page's head started, by address. */
    banyanEarly?: Record<string, Promise<ArrayBuffer | undefined>>
  }
}

const loadTimeoutMs = 30_000

export function openBuildFiles(boot: BootData): BuildFiles {
  const { manifest } = boot
  const once = new Map<string, Promise<ArrayBuffer>>()
  const confirmed = confirmRelease(boot)
  // Whoever asks for code hears of it; nobody may ask.
  confirmed.catch(() => undefined)
  const bytes = (ref: FileRef) => remember(once, ref.hash, () => loadVerified(boot.fileBase, ref))
  return {
    config: async () => boot.config ?? parseConfig(await bytes(manifest.config)),
    assets: async () => parseAssets(await bytes(manifest.assets)),
    findPackage: (root) => manifest.packages.find((candidate) => candidate.root === root),
    async script({ script }) {
      const [body] = await Promise.all([bytes(script), confirmed])
      return new Blob([body], { type: 'text/javascript' })
    },
    styles: async ({ style }) => parseStyles(await bytes(style)),
    asset: async (ref, mediaType) => new Blob([await loadVerified(boot.fileBase, ref)], { type: mediaType }),
    logicSource: async () => new Blob([await loadBytes(boot.runtime.logicUrl)], { type: 'text/javascript' }),
    logicLaterSource: async () => new Blob([await loadBytes(boot.runtime.logicLaterUrl)], { type: 'text/javascript' }),
    needsLogicLater: window.banyanEarly?.[boot.runtime.logicLaterUrl] !== undefined,
    viewSource: async () => decodeText(await loadBytes(boot.runtime.viewUrl)),
  }
}

/** No line of the app runs before. On plain http a browser can verify nothing. */
async function confirmRelease(boot: BootData): Promise<void> {
  if (!isSecureContext) return
  // Without a store there is nothing to compare with.
  const verdict = await Promise.resolve()
    .then(() => checkRelease(boot, localStorage))
    .catch(() => 'unknown' as const)
  if (verdict === 'good' || verdict === 'unknown') return
  if (!(await (await loadLaterParts()).settleRelease(boot, verdict))) {
    throw new LoadError('damaged', `release ${boot.release.sequence} is ${verdict}`)
  }
}

async function loadVerified(fileBase: string, ref: FileRef): Promise<ArrayBuffer> {
  const body = await loadBytes(`${fileBase}${ref.hash}`)
  if (body.byteLength !== ref.sizeBytes) throw new LoadError('damaged', `${ref.hash}: ${body.byteLength} bytes`)
  // On plain http outside localhost the browser offers no digest; there anybody on the way could change this script as well.
  if (!isSecureContext) return body
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hex !== ref.hash) throw new LoadError('damaged', `${ref.hash}: is ${hex}`)
  return body
}

async function loadBytes(url: string): Promise<ArrayBuffer> {
  const early = window.banyanEarly?.[url]
  if (early !== undefined) {
    delete window.banyanEarly?.[url]
    const body = await early
    if (body !== undefined) return body
  }
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), loadTimeoutMs)
  try {
    const answer = await fetch(url, { signal: abort.signal })
    if (!answer.ok) throw new LoadError('network', `${answer.status} ${url}`)
    return await answer.arrayBuffer()
  } catch (cause) {
    throw cause instanceof LoadError ? cause : new LoadError('network', `cannot load ${url}`, { cause })
  } finally {
    clearTimeout(timer)
  }
}

/** A failed download may be tried again. */
function remember<T>(once: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const known = once.get(key)
  if (known !== undefined) return known
  const loading = load()
  once.set(key, loading)
  loading.catch(() => once.delete(key))
  return loading
}

function decodeText(body: ArrayBuffer): string {
  return new TextDecoder().decode(body)
}

// The compiler wrote these files and their hashes have been verified, so parsing only gives them their types.
function parseConfig(body: ArrayBuffer): AppConfig {
  return JSON.parse(decodeText(body))
}
function parseAssets(body: ArrayBuffer): AssetTable {
  return JSON.parse(decodeText(body))
}
function parseStyles(body: ArrayBuffer): StyleMap {
  return JSON.parse(decodeText(body))
}
