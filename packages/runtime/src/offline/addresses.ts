/** What an address of the platform is, for the service worker. */
export type Address =
  | { kind: 'page'; appId: string }
  | { kind: 'front' }
  /** Named by its contents: what is kept is what the server has. */
  | { kind: 'file'; appId?: string }
  | { kind: 'other' }

const page = /^\/a\/([\w-]{1,64})\//
const packageFile = /^\/p\/([\w-]{1,64})\/[\da-f]{64}$/
const runtimeFile = /^\/-\/runtime\/[\w.-]{1,120}$/
/** Drawn into pages that are kept. */
const picture = /^\/(?:favicon\.svg|-\/app\/[\w-]{1,64}\/icon\.svg)$/

export function addressOf(path: string): Address {
  if (path === '/') return { kind: 'front' }
  const appId = page.exec(path)?.[1]
  if (appId !== undefined) return { kind: 'page', appId }
  const owner = packageFile.exec(path)?.[1]
  if (owner !== undefined) return { kind: 'file', appId: owner }
  return runtimeFile.test(path) || picture.test(path) ? { kind: 'file' } : { kind: 'other' }
}
