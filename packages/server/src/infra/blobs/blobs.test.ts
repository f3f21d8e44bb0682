import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLocalBlobs, type Blobs } from './local-blobs.ts'
import { openS3Blobs } from './s3-blobs.ts'

const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1' }
let folder: string
let store: S3rver
let port: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-blobs-'))
  store = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'banyan', configs: [] }],
  })
  port = (await store.run()).port
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const adapters: readonly [string, () => Promise<Blobs>][] = [
  ['a folder', () => openLocalBlobs(join(folder, 'local'))],
  ['a bucket', async () => openS3Blobs({ url: `http://127.0.0.1:${port}/banyan`, ...credentials })],
]

describe.each(adapters)('blobs in %s', (_, open) => {
  it('come back as they were put, under the hash of their content', async () => {
    const blobs = await open()
    for (const bytes of [Buffer.from('hello'), Buffer.alloc(300_000, 7), Buffer.alloc(0)]) {
      const hash = await blobs.put(bytes)
      await blobs.flush([hash])
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(await blobs.read(hash)).toEqual(bytes)
      expect(await (await open()).read(hash)).toEqual(bytes)
    }
  })

  it('may be put many times, and at once', async () => {
    const blobs = await open()
    const bytes = Buffer.from('again and again')
    const hashes = await Promise.all(Array.from({ length: 8 }, () => blobs.put(bytes)))
    expect(new Set(hashes).size).toBe(1)
    expect(await blobs.read(hashes[0] ?? '')).toEqual(bytes)
  })

  it('that are not there are undefined, whatever is asked for', async () => {
    const blobs = await open()
    for (const name of ['0'.repeat(64), '../../../etc/passwd', '', 'A'.repeat(64)]) {
      expect(await blobs.read(name)).toBeUndefined()
    }
  })
})

it('tells of a bucket that is not there', async () => {
  const blobs = openS3Blobs({ url: `http://127.0.0.1:${port}/nobody`, ...credentials })
  await expect(blobs.put(Buffer.from('x'))).rejects.toThrow('object store')
})
