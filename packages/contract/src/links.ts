/**
 * Addresses of pages of mini-programs, for codes, messages and other sites. They are plain links: anything that opens web pages opens them.
 * A link may say by which of WeChat's numbered ways a user came (`scene` of `wx.getLaunchOptionsSync`); that stands in the fragment, which
 * neither apps nor servers see.
 */

/** WeChat's numbers of the ways to open a mini-program. */
export const launchScenes = {
  qrCode: 1011,
  appCode: 1047,
  scheme: 1065,
  urlLink: 1194,
  shortLink: 1179,
} as const

const fragmentPattern = /^#s(1\d{3})$/

export function launchFragment(scene: number): string {
  return `#s${scene}`
}

/** Undefined for a fragment that says nothing about the launch. */
export function sceneOfFragment(fragment: string): number | undefined {
  const digits = fragmentPattern.exec(fragment)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** Of a short address on the platform. */
export const linkPath = (id: string): string => `/l/${id}`

/** WeChat's limits. */
export const linkDaysMax = 365
export const shortLinkDays = 30
export const sceneMaxLength = 32
