/** The same blobs in a bucket of any store that speaks S3. A hash that is there is never written again. */
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { Blobs } from './local-blobs.ts'

export interface S3Options {
  /** With the bucket: `https://s3.example.com/banyan`. */
  url: string
  accessKeyId: string
  secretAccessKey: string
  region: string
}

const hashPattern = /^[0-9a-f]{64}$/
const timeoutMs = 30_000

export function openS3Blobs({ url, ...credentials }: S3Options): Blobs {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 3 })
  const addressOf = (hash: string): string => `${url.replace(/\/$/, '')}/blobs/${hash.slice(0, 2)}/${hash}`

  async function send(method: 'DELETE' | 'GET' | 'HEAD' | 'PUT', hash: string, body?: Uint8Array): Promise<Response> {
    const response = await client.fetch(addressOf(hash), {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      ...(body && { body: new Uint8Array(body), headers: { 'content-type': 'application/octet-stream' } }),
    })
    if (!response.ok && response.status !== 404) {
      await response.body?.cancel()
      throw new Error(`the object store answered ${response.status}`)
    }
    return response
  }

  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const found = await send('HEAD', hash)
      if (found.ok && Number(found.headers.get('content-length')) === bytes.byteLength) return hash
      if (!(await send('PUT', hash, bytes)).ok) throw new Error('the object store has no such bucket')
      return hash
    },
    // An object is durable when its PUT is answered.
    flush: () => Promise.resolve(),
    async read(hash) {
      if (!hashPattern.test(hash)) return undefined
      const response = await send('GET', hash)
      if (response.ok) return Buffer.from(await response.arrayBuffer())
      await response.body?.cancel()
      return undefined
    },
    async remove(hash) {
      if (hashPattern.test(hash)) await (await send('DELETE', hash)).body?.cancel()
    },
  }
}
