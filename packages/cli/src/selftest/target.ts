/** Where the hostile app runs while it is tested. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createCompiler, packArchive } from '@banyan/compiler'
import type { Client } from '@banyan/sdk'
import { startDevServer } from '@banyan/simulator'
import { hostileApp } from './hostile-app.ts'

export interface Target {
  /** Where the app opens, with a trailing slash. */
  appUrl: string
  close(): Promise<void>
}

/** A server of its own that ends with the test; it runs the same runtime under the same policies. */
export async function startTemporaryTarget(locale: 'zh_CN' | 'en'): Promise<Target> {
  const root = await writeHostileApp()
  const server = await startDevServer({ root, port: 0, locale })
  return {
    appUrl: server.url,
    async close() {
      await server.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** An owner's own deployment: the app is published there under a name that says what it is. */
export async function publishOnDeployment(
  client: Client,
  url: string,
  appId?: string,
): Promise<Target & { appId: string }> {
  const root = await writeHostileApp()
  try {
    const build = await createCompiler({ root, mode: 'production' }).build()
    const id = appId ?? (await client.apps.create({ name: 'Banyan selftest' })).id
    const taken = await client.releases.listVersions(id)
    const version = `1.0.${taken.length}`
    await client.releases.upload(id, { version, archive: new Uint8Array(packArchive(build)) })
    const { path } = await client.releases.publish(id, version)
    return { appId: id, appUrl: new URL(path, url).href, close: () => Promise.resolve() }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function writeHostileApp(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'banyan-selftest-'))
  for (const [name, content] of Object.entries(hostileApp())) {
    const path = join(root, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  return root
}
