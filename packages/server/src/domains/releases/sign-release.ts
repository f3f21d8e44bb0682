/** Signs what a page carries: one signature a second for each release, however many pages are asked for. */
import type { PackageManifest } from '@banyan/contract/package-format'
import { releaseStatement, type ReleaseSignature } from '@banyan/contract/signed-release'
import type { Clock } from '#infra/clock/clock.ts'
import type { Signer } from '#infra/signing/signing.ts'

export type SignRelease = (release: {
  appId: string
  sequence: number
  version: string
  manifest: PackageManifest
}) => Promise<ReleaseSignature>

const remembered = 500

export function createReleaseSigning({ signer, clock }: { signer: Signer; clock: Clock }): SignRelease {
  const made = new Map<string, { issuedAt: number; signature: Promise<ReleaseSignature> }>()
  return (release) => {
    const issuedAt = Math.floor(clock.now().getTime() / 1000)
    const key = `${release.appId} ${release.sequence} ${release.version}`
    const known = made.get(key)
    if (known?.issuedAt === issuedAt) return known.signature
    const signature = signAt({ ...release, issuedAt })
    signature.catch(() => made.delete(key))
    made.delete(key)
    const oldest = made.keys().next().value
    if (made.size >= remembered && oldest !== undefined) made.delete(oldest)
    made.set(key, { issuedAt, signature })
    return signature
  }

  async function signAt(statement: Parameters<typeof releaseStatement>[0]): Promise<ReleaseSignature> {
    const signature = await signer.sign(releaseStatement(statement))
    const keys = await signer.keys()
    const key = keys.at(-1)?.key ?? ''
    return { key, signature, issuedAt: statement.issuedAt, ...(keys.length > 1 ? { keys } : {}) }
  }
}
