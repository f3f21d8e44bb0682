/** The frame around routes that answer as WeChat does. */
import { PlatformError } from '@banyan/contract/errors'
import { WechatError } from '@banyan/contract/wechat'
import type { z } from 'zod'
import { readBody } from './body.ts'
import type { HttpContext } from './http-env.ts'

/** Always status 200. Only browsers send these headers, and a secret in a browser is a secret no more. */
export async function wechatAnswer(c: HttpContext, work: () => Promise<object>): Promise<Response> {
  if (c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined) {
    throw new PlatformError('request.crossOrigin', { detail: 'an app secret belongs on a server' })
  }
  try {
    const value = await work()
    return value instanceof Response ? value : c.json(value)
  } catch (error) {
    const known = asWechatError(error)
    if (!known) throw error
    return c.json({ errcode: known.code, errmsg: `${known.message}, rid: ${c.get('requestId')}` })
  }
}

/** What most of WeChat's calls answer when all went well. */
export function wechatOk(values: object = {}): object {
  return { errcode: 0, errmsg: 'ok', ...values }
}

function asWechatError(error: unknown): WechatError | undefined {
  if (error instanceof WechatError) return error
  if (error instanceof PlatformError && error.code === 'request.rateLimited') return new WechatError(45011)
  return undefined
}

const jsonMaxBytes = 1024 * 1024

/** WeChat reads JSON whatever the content type says; many clients send none. */
export async function readWechatJson<Schema extends z.ZodType>(
  c: HttpContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  const bytes = await readBody(c, jsonMaxBytes)
  if (bytes.length === 0) throw new WechatError(44002)
  const parsed = schema.safeParse(parseJson(bytes.toString('utf8')))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new WechatError(40097, issue && `${issue.path.join('.')} ${issue.message}`.trim())
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WechatError(47001)
  }
}
