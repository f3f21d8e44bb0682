/**
 * Whether a page's release is one of this platform's and no older than what this client has seen. The key of the first visit is pinned;
 * a later key counts when the pinned one vouches for it. Clients whose engine has no Ed25519 rely on https and on the hashes in the page.
 */
import type { BootData } from '@banyan/contract/boot'
import { keyStatement, releaseStatement, type ReleaseSignature } from '@banyan/contract/signed-release'

/** `localStorage`, or what a test has in its place. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>

/** `unknown`: nothing that could be checked. `otherKey`: soundly signed, but not by a key that this client has reason to trust. */
export type ReleaseVerdict = 'good' | 'unknown' | 'forged' | 'otherKey' | 'stale'

const keyItem = 'banyan:key'

/** A release that is good is remembered. `trusts`: take its key for the platform's, whatever was pinned. */
export async function checkRelease(
  { appId, release, manifest, signed }: Pick<BootData, 'appId' | 'release' | 'manifest' | 'signed'>,
  memory: Memory,
  trusts = false,
): Promise<ReleaseVerdict> {
  const pinned = memory.getItem(keyItem)
  if (signed === undefined) return pinned === null || release.channel === 'develop' ? 'unknown' : 'forged'
  const { key, issuedAt } = signed
  const statement = releaseStatement({ ...release, appId, manifest, issuedAt })
  const item = `banyan:release:${appId}`
  try {
    if (!(await isSigned(key, signed.signature, statement))) return 'forged'
    if (!trusts && pinned !== null && !(await leadsTo(pinned, signed))) return 'otherKey'
  } catch {
    return 'unknown'
  }
  // Another key is another history.
  const seen = trusts ? null : memory.getItem(item)
  const [sequence = 0, saidAt = 0] = (seen ?? '').split(' ').map(Number)
  if (release.sequence < sequence && issuedAt <= saidAt) return 'stale'
  memory.setItem(keyItem, key)
  memory.setItem(item, `${release.sequence} ${Math.max(issuedAt, saidAt)}`)
  return 'good'
}

async function leadsTo(pinned: string, { key, keys = [] }: ReleaseSignature): Promise<boolean> {
  let last = pinned
  for (const next of keys.slice(keys.findIndex((each) => each.key === pinned) + 1)) {
    if (last === key || !(await isSigned(last, next.signature, keyStatement(next.key)))) break
    last = next.key
  }
  return last === key
}

/** Throws where the browser does not know Ed25519. */
export async function isSigned(key: string, signature: string, text: string): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', imported, bytesOf(signature), new TextEncoder().encode(text))
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}
