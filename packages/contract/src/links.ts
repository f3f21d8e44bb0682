/**
 * Addresses of pages of mini-programs, for codes, messages and other sites. They are plain links: anything that opens web pages opens them.
 * A link may say by which of WeChat's numbered ways a user came (`scene` of `wx.getLaunchOptionsSync`); that stands in the fragment, which
 * neither apps nor servers see, with the platform's signature: whoever writes such a link himself has written an ordinary one.
 */

/** WeChat's numbers of the ways to open a mini-program. */
export const launchScenes = {
  shared: 1007,
  qrCode: 1011,
  appCode: 1047,
  scheme: 1065,
  urlLink: 1194,
  shortLink: 1179,
} as const

const fragmentPattern = /^#s(1\d{3})\.([\w+/]{86}==)$/

/** `signature`: base64, of `launchStatement` by the platform's key for releases. */
export function launchFragment(scene: number, signature: string): string {
  return `#s${scene}.${signature}`
}

/** Undefined for a fragment that says nothing about the launch. */
export function readLaunchFragment(fragment: string): { scene: number; signature: string } | undefined {
  const [, digits, signature] = fragmentPattern.exec(fragment) ?? []
  return digits === undefined || signature === undefined ? undefined : { scene: Number(digits), signature }
}

/** `address`: path and query as a browser writes them. */
export function launchStatement(scene: number, address: string): string {
  return `banyan launch\n${scene}\n${address}`
}

/** GET with `address`, a path with query: `{ fragment }` for a page that a user passes on. */
export const sharePath = (appId: string): string => `/-/app/${appId}/share`

/** Of a short address on the platform. */
export const linkPath = (id: string): string => `/l/${id}`

/** WeChat's limits. */
export const linkDaysMax = 365
export const shortLinkDays = 30
export const sceneMaxLength = 32
