import { textIn, type ServerClient } from './client.ts'

export interface CodeLook {
  /** Pixels, 280 to 1280. */
  width?: number
  color?: { r: number; g: number; b: number }
  isTransparent?: boolean
}

export interface LinkTarget {
  path?: string
  query?: string
  /** The link ends after so many days; never, unless told. */
  days?: number
}

/**
 * PNG of a code that opens a page with its query.
 *
 * @example
 * await writeFile('code.png', await createPageCode(client, 'pages/item/item?id=7'))
 */
export function createPageCode(client: ServerClient, path: string, look: CodeLook = {}): Promise<Uint8Array> {
  return client.callBytes('/wxa/getwxacode', { body: { path, ...lookOf(look) } })
}

/** PNG of a code whose page gets `scene` (at most 32 characters) in its query. */
export function createSceneCode(
  client: ServerClient,
  { scene, page }: { scene: string; page: string },
  look: CodeLook = {},
): Promise<Uint8Array> {
  return client.callBytes('/wxa/getwxacodeunlimit', { body: { scene, page, ...lookOf(look) } })
}

export async function createScheme(client: ServerClient, target: LinkTarget): Promise<string> {
  const { path = '', query = '' } = target
  const body = { jump_wxa: { path, query }, ...expiryOf(target) }
  return textIn(await client.call('/wxa/generatescheme', { body }), 'openlink')
}

export async function createUrlLink(client: ServerClient, target: LinkTarget): Promise<string> {
  const { path = '', query = '' } = target
  return textIn(await client.call('/wxa/generate_urllink', { body: { path, query, ...expiryOf(target) } }), 'url_link')
}

/** Ends after 30 days, unless it is permanent. */
export async function createShortLink(client: ServerClient, pageUrl: string, isPermanent = false): Promise<string> {
  const body = { page_url: pageUrl, is_permanent: isPermanent }
  return textIn(await client.call('/wxa/genwxashortlink', { body }), 'link')
}

function lookOf({ width = 430, color, isTransparent = false }: CodeLook): object {
  return { width, is_hyaline: isTransparent, ...(color && { line_color: color }) }
}

function expiryOf({ days }: LinkTarget): object {
  return days === undefined ? {} : { is_expire: true, expire_type: 1, expire_interval: days }
}
