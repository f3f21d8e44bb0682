/**
 * What the platform signs with Ed25519 so that a client knows a release for its own: which files, which number, said when. The text is the
 * same on both sides because a manifest keeps the order of its keys on its way through JSON.
 */
import type { PackageManifest } from './package-format.ts'

/** In `BootData.signed`. Keys and signatures are base64 of their raw bytes. */
export interface ReleaseSignature {
  key: string
  signature: string
  /** Seconds since 1970. An older release that was said later is a decision of the platform; one that was said earlier is stale. */
  issuedAt: number
  /** Every key that the platform has had, the oldest first, each after the first signed by the one before it. Left out while there is one. */
  keys?: readonly SignedKey[]
}

export interface SignedKey {
  key: string
  /** Of `keyStatement(key)` by the key before; empty for the first. */
  signature: string
}

export interface ReleaseStatement {
  appId: string
  sequence: number
  version: string
  issuedAt: number
  manifest: PackageManifest
}

export function releaseStatement({ appId, sequence, version, issuedAt, manifest }: ReleaseStatement): string {
  return `banyan release\n${appId}\n${sequence}\n${version}\n${issuedAt}\n${JSON.stringify(manifest)}`
}

export function keyStatement(key: string): string {
  return `banyan key\n${key}`
}

/** GET: `{ keys: SignedKey[] }`, the current one last. */
export const signingKeysPath = '/.well-known/banyan-signing-keys'
