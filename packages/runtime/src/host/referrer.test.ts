import { generateKeyPairSync, sign } from 'node:crypto'
import { launchFragment, launchScenes, launchStatement } from '@banyan/contract/links'
import { expect, test } from 'vitest'
import { signedScene } from './referrer.ts'

function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')
  const fragmentFor = (address: string) =>
    launchFragment(
      launchScenes.appCode,
      sign(null, Buffer.from(launchStatement(launchScenes.appCode, address)), privateKey).toString('base64'),
    )
  return { fragmentFor, release: { key, signature: '', issuedAt: 1 } }
}

const place = (hash: string, search = '?id=1') => ({ pathname: '/a/by1/pages/item/item', search, hash })
const address = '/a/by1/pages/item/item?id=1'

test('the scene of a link counts when the platform signed it for this address', async () => {
  const { fragmentFor, release } = newKey()
  expect(await signedScene(place(fragmentFor(address)), release)).toBe(launchScenes.appCode)
})

test('a link with another address, another scene, another key, or no signature is an ordinary one', async () => {
  const { fragmentFor, release } = newKey()
  const fragment = fragmentFor(address)
  const forged = [
    place(fragment, '?id=2'),
    place(fragment.replace('#s1047', '#s1011')),
    place(newKey().fragmentFor(address)),
    place(fragment.slice(0, -4)),
    place('#s1047'),
    place(''),
  ]
  for (const link of forged) expect([link.hash, await signedScene(link, release)]).toEqual([link.hash, undefined])
  expect(await signedScene(place(fragment), undefined)).toBe(undefined)
})

test('a code that was printed under an earlier key of the platform stays good', async () => {
  const [old, now] = [newKey(), newKey()]
  const keys = [old, now].map(({ release: { key } }) => ({ key, signature: '' }))
  expect(await signedScene(place(old.fragmentFor(address)), { ...now.release, keys })).toBe(launchScenes.appCode)
})
