/** A browser of somebody who uses mini-programs: it keeps the cookie of the visitor, and reads the letters that come to him. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestServer } from './test-server.ts'

export interface UserBrowser {
  call(method: string, path: string, body?: unknown): Promise<Response>
  /** As it is sent. */
  cookie(): string
  /** With `code` in place of the one that was sent. */
  signInByEmail(email: string, code?: string): Promise<Response>
}

export function openUserBrowser(server: TestServer): UserBrowser {
  const cookies = new Map<string, string>()
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const call: UserBrowser['call'] = async (method, path, body) => {
    const headers: Record<string, string> = cookies.size === 0 ? {} : { cookie: cookie() }
    const response = await server.call(method, path, { headers, ...(body === undefined ? {} : { body }) })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    call,
    cookie,
    signInByEmail: async (email, code) =>
      call('POST', '/api/v1/user/sign-in', { email, code: code ?? (await sendCode(server, email)) }),
  }
}

/** Asks for a code and reads it from the letter. */
export async function sendCode(server: TestServer, email: string): Promise<string> {
  const before = (await lettersTo(server, email)).length
  const asked = await server.call('POST', '/api/v1/user/sign-in-code', { body: { email } })
  if (asked.status !== 202) throw new Error(`no code: ${asked.status} ${await asked.text()}`)
  for (let tries = 0; tries < 400; tries++) {
    const letters = await lettersTo(server, email)
    if (letters.length > before) return /\b\d{6}\b/.exec(letters.at(-1) ?? '')?.[0] ?? ''
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`no letter came to ${email}`)
}

export async function lettersTo(server: TestServer, email: string): Promise<string[]> {
  const folder = join(server.dataDir, 'outbox')
  const names = await readdir(folder).catch((): string[] => [])
  const texts = await Promise.all(names.toSorted().map((name) => readFile(join(folder, name), 'utf8')))
  return texts.filter((text) => text.startsWith(`To: ${email}\n`))
}
