import { PlatformError } from '@banyan/contract/errors'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HttpContext, HttpEnv } from './http-env.ts'

export function limitBody(maxBytes: number): MiddlewareHandler<HttpEnv> {
  return bodyLimit({
    maxSize: maxBytes,
    onError() {
      throw new PlatformError('request.tooLarge', { detail: `at most ${maxBytes} bytes` })
    },
  })
}

/** The whole body; stops reading as soon as it is too long, whatever its length header says. */
export async function readBody(c: HttpContext, maxBytes: number): Promise<Buffer> {
  const tooLarge = new PlatformError('request.tooLarge', { detail: `at most ${maxBytes} bytes` })
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw tooLarge
  const stream = c.req.raw.body
  if (!stream) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of stream) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, sizeBytes)
}
