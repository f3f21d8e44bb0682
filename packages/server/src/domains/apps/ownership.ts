/** A server names the mini-program that may call it, in a file at its root: whoever can put that there speaks for the server. */
import { PlatformError } from '@banyan/contract/errors'
import { request, type Dispatcher } from 'undici'
import { z } from 'zod'

export interface OwnershipPorts {
  /** Reaches public addresses only. */
  dispatcher: Dispatcher
  isRequired: () => boolean
}

export type ProveOwnership = (
  appId: string,
  domains: { standing: readonly string[]; wanted: readonly string[] },
) => Promise<void>

export const ownershipSetting = {
  key: 'domains.ownershipCheck',
  schema: z.boolean(),
  defaultValue: false,
  scopes: ['platform'],
  description: {
    zh: '新增服务器域名时检查归属：域名根目录须有 banyan-verify-<appId>.txt，内容为该 appId',
    en: 'A server that joins the list must have banyan-verify-<appId>.txt at its root, with that id in it',
  },
} as const

const timeoutMs = 5000
const maxBytes = 1024
/** Asked at once, so that a long list does not become a wave. */
const batchSize = 8

/** Throws `app.domainNotProven` for the first server that joins and does not name the app. Nothing is asked of servers that stand. */
export function createOwnershipCheck({ dispatcher, isRequired }: OwnershipPorts): ProveOwnership {
  return async (appId, { standing, wanted }) => {
    if (!isRequired()) return
    const known = new Set(standing.map(toHttps))
    const joining = [...new Set(wanted.map(toHttps))].filter((origin) => !known.has(origin))
    for (let at = 0; at < joining.length; at += batchSize) {
      await Promise.all(joining.slice(at, at + batchSize).map((origin) => prove(dispatcher, appId, origin)))
    }
  }
}

async function prove(dispatcher: Dispatcher, appId: string, origin: string): Promise<void> {
  const address = `${origin}/banyan-verify-${appId}.txt`
  const text = await readShort(dispatcher, address).catch((error: unknown) => {
    throw new PlatformError('app.domainNotProven', { detail: address, cause: error })
  })
  if (text?.trim() !== appId) throw new PlatformError('app.domainNotProven', { detail: address })
}

/** Redirects are not followed: another server must not answer for this one. */
async function readShort(dispatcher: Dispatcher, address: string): Promise<string | undefined> {
  const { statusCode, body } = await request(address, { dispatcher, signal: AbortSignal.timeout(timeoutMs) })
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk)
    sizeBytes += bytes.length
    if (sizeBytes > maxBytes) return undefined
    chunks.push(bytes)
  }
  return statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined
}

/** Sockets are written `wss://` and live on the same server. */
function toHttps(origin: string): string {
  return origin.replace(/^wss:/, 'https:')
}
