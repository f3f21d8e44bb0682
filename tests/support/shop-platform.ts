import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { startServerProcess } from '@banyan/server/testing'
import { makeDataFolder } from '@banyan/server/testing/data-folder.ts'
import { createClient } from '@banyan/sdk'
import { startShopApi } from '../../miniprograms/shop/api/start.mjs'
import { runBanyan } from './dev-process.ts'

const shopFolder = fileURLToPath(new URL('../../miniprograms/shop', import.meta.url))
const shopOrigin = 'https://shop.example'

/** The platform as its owner runs it, with the shop uploaded and published by the command line. */
export interface ShopPlatform {
  /** Where the shop opens, with a trailing slash. */
  readonly url: string
  stop(): Promise<void>
}

export async function startShopPlatform(): Promise<ShopPlatform> {
  const folder = await makeDataFolder()
  const api = await startShopApi()
  const server = await startServerProcess({ BANYAN_DATA: folder })
  const stop = async () => {
    if (server.child.exitCode === null && server.child.signalCode === null) server.child.kill('SIGTERM')
    await server.exited
    await api.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const { localUrl, seed } = server.ready
    const apiKey = seed.apiKey ?? ''
    const client = createClient({ baseUrl: localUrl, apiKey })
    const { id } = await client.apps.create({ name: '榕间' })
    await client.apps.update(id, { requestDomains: [{ origin: shopOrigin, upstream: api.url }] })
    const env = { BANYAN_URL: localUrl, BANYAN_API_KEY: apiKey }
    await succeed(['upload', shopFolder, '--app', id, '--version', '1.0.0'], env)
    await succeed(['publish', '--app', id, '--version', '1.0.0'], env)
    const url = new URL(`/a/${id}/`, localUrl).href
    const page = await fetch(url)
    if (!page.ok) throw new Error(`The shop is published, yet ${url} answers ${page.status}:\n${await page.text()}`)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function succeed(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { code, stdout, stderr } = await runBanyan(args, { env })
  if (code !== 0) throw new Error(`banyan ${args[0]} ended with ${code}:\n${stdout}\n${stderr}`)
}
