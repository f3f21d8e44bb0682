import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '@banyan/sdk'
import type { Environment } from './environment.ts'
import { Failure } from './failure.ts'

export interface Credentials {
  url: string
  apiKey: string
}

const texts = {
  zh_CN: {
    missing: '尚未登录',
    missingHint: '先执行 banyan login，或设置环境变量 BANYAN_URL 与 BANYAN_API_KEY',
    damaged: (file: string) => `登录信息无法读取：${file}`,
    damagedHint: '重新执行 banyan login',
  },
  en: {
    missing: 'Not logged in',
    missingHint: 'Run banyan login first, or set the environment variables BANYAN_URL and BANYAN_API_KEY',
    damaged: (file: string) => `The stored login cannot be read: ${file}`,
    damagedHint: 'Run banyan login again',
  },
}

/** Stores the login where only this user can read it, and returns the file's name. */
export async function storeCredentials(environment: Environment, credentials: Credentials): Promise<string> {
  const file = fileOf(environment)
  await mkdir(environment.configFolder, { recursive: true, mode: 0o700 })
  await writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  return file
}

/** A client of the platform that the user logged in to; the environment's variables win. */
export async function connect(environment: Environment): Promise<{ client: Client; url: string }> {
  const { url, apiKey } = await readCredentials(environment)
  // Loaded here, because a command that works without a platform need not wait for it.
  const { createClient } = await import('@banyan/sdk')
  return { client: createClient({ baseUrl: url, apiKey, locale: environment.locale }), url }
}

/** Fails with `login.missing` when nobody has logged in. */
export async function readCredentials(environment: Environment): Promise<Credentials> {
  const { url, apiKey, locale } = environment
  const text = texts[locale]
  if (url !== undefined && apiKey !== undefined) return { url, apiKey }
  const stored = await readStored(fileOf(environment), locale)
  const credentials = { url: url ?? stored?.url, apiKey: apiKey ?? stored?.apiKey }
  if (credentials.url === undefined || credentials.apiKey === undefined) {
    throw new Failure('login.missing', text.missing, { hint: text.missingHint })
  }
  return { url: credentials.url, apiKey: credentials.apiKey }
}

async function readStored(file: string, locale: Environment['locale']): Promise<Partial<Credentials> | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  if (content === undefined) return undefined
  try {
    const parsed: Partial<Credentials> = JSON.parse(content)
    return parsed
  } catch (cause) {
    const text = texts[locale]
    throw new Failure('login.damaged', text.damaged(file), { hint: text.damagedHint, cause })
  }
}

function fileOf(environment: Environment): string {
  return join(environment.configFolder, 'credentials.json')
}
