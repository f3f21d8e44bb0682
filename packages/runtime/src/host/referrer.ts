/**
 * Which mini-program of this platform opened which, within one tab. Only host pages can read or write it, so an app can neither forge
 * where it comes from nor read what was meant for another.
 */
import type { BootData } from '@banyan/contract/boot'
import { launchStatement, readLaunchFragment } from '@banyan/contract/links'
import { leaveEvent } from './embedder.ts'
import { isSigned } from './release-check.ts'

interface Referrer {
  scene: number
  referrerInfo: { appId: string; extraData: unknown }
}

/** From a link, from another app, and back from one. */
const scenes = { link: 1001, opened: 1037, returned: 1038 } as const
const maxAgeMs = 60_000

export interface LaunchSource {
  scene: number
  referrerInfo: Readonly<Record<string, unknown>>
}

/** Scene and referrer of a launch. */
export async function launchSource({ appId, signed }: Pick<BootData, 'appId' | 'signed'>): Promise<LaunchSource> {
  return takeReferrer(appId) ?? { scene: (await signedScene(location, signed)) ?? scenes.link, referrerInfo: {} }
}

/** What a link says of itself counts when the platform has signed it, for this very address. */
export async function signedScene(
  { hash, pathname, search }: Pick<Location, 'hash' | 'pathname' | 'search'>,
  signed: BootData['signed'],
): Promise<number | undefined> {
  const said = readLaunchFragment(hash)
  if (said === undefined || signed === undefined) return undefined
  const statement = launchStatement(said.scene, pathname + search)
  for (const { key } of signed.keys ?? [signed]) {
    // Printed codes stay good when the platform's key has a successor.
    if (await isSigned(key, said.signature, statement).catch(() => false)) return said.scene
  }
  return undefined
}

export function leaveReferrer(kind: 'opened' | 'returned', target: string, info: Referrer['referrerInfo']): void {
  write(`banyan:referrer:${target}`, { kind, info, at: Date.now() })
  if (kind === 'opened') write(`banyan:opener:${target}`, { appId: info.appId, url: location.href })
}

/** To the page before this app, when the browser has one; else to the platform's own front page. `depth`: pages of this app in the history. */
export function leaveApp(depth: number): void {
  // A page around that shows the app decides itself what comes next.
  if (!dispatchEvent(new Event(leaveEvent, { cancelable: true }))) return
  if (document.referrer !== '' && history.length > depth + 1) history.go(-(depth + 1))
  else location.assign('/')
}

/** Read once: a reload is no new visit. */
function takeReferrer(appId: string): Referrer | undefined {
  const key = `banyan:referrer:${appId}`
  const found = read(key)
  remove(key)
  const { kind, info, at } = found ?? {}
  if (typeof at !== 'number' || Date.now() - at > maxAgeMs || typeof info !== 'object' || info === null)
    return undefined
  const from: unknown = Reflect.get(info, 'appId')
  if (typeof from !== 'string') return undefined
  const scene = kind === 'returned' ? scenes.returned : scenes.opened
  return { scene, referrerInfo: { appId: from, extraData: Reflect.get(info, 'extraData') ?? {} } }
}

/** The app that opened this one in this tab. */
export function openerOf(appId: string): { appId: string; url: string } | undefined {
  const { appId: opener, url } = read(`banyan:opener:${appId}`) ?? {}
  return typeof opener === 'string' && typeof url === 'string' ? { appId: opener, url } : undefined
}

export function forgetOpener(appId: string): void {
  remove(`banyan:opener:${appId}`)
}

function read(key: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Without a store the next app does not learn who opened it.
  }
}

function remove(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing can be there either.
  }
}
