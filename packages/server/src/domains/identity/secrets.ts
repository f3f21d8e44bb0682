/** Random secrets: shown once, stored as a hash. They are long enough that a plain hash cannot be searched. */
import { createHash } from 'node:crypto'
import { apiKeyPrefix } from '@banyan/contract/identity'
import { randomText, type Ids } from '#infra/ids/ids.ts'

const bodyLength = 32
const checksumLength = 6

export function newToken(ids: Ids): string {
  return ids.bytes(32).toString('base64url')
}

export function newApiKeySecret(ids: Ids): string {
  return newSecret(ids, apiKeyPrefix)
}

/** The checksum lets a scanner of code tell a real secret from a look-alike without asking us. */
export function newSecret(ids: Ids, prefix: string): string {
  const body = randomText(ids, bodyLength)
  return prefix + body + checksumOf(body)
}

export function isApiKeySecret(text: string): boolean {
  if (!text.startsWith(apiKeyPrefix) || text.length !== apiKeyPrefix.length + bodyLength + checksumLength) return false
  const body = text.slice(apiKeyPrefix.length, -checksumLength)
  return text.endsWith(checksumOf(body))
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function checksumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, checksumLength)
}
