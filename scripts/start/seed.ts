/** Brings a demo mini-program onto the platform by the way that everybody goes: compile, create, upload, publish. */
import { createCompiler, packArchive } from '@banyan/compiler'
import type { Client } from '@banyan/sdk'
import type { DemoApp } from './demo-apps.ts'

/** Takes up where an interrupted earlier call has stopped. Returns the app's id. */
export async function publishDemoApp(client: Client, app: DemoApp, apiUrl: string): Promise<string> {
  const archive = await compile(app)
  const existing = (await client.apps.list()).find((each) => each.name === app.name)
  const { id } = existing ?? (await client.apps.create({ name: app.name, description: app.description }))
  await client.apps.update(id, { requestDomains: [{ origin: app.apiOrigin, upstream: apiUrl }] })
  const versions = await client.releases.listVersions(id)
  if (!versions.some(({ version }) => version === app.version)) {
    await client.releases.upload(id, { version: app.version, description: app.description, archive })
  }
  if (!versions.some(({ version, isCurrent }) => version === app.version && isCurrent)) {
    await client.releases.publish(id, app.version)
  }
  return id
}

async function compile(app: DemoApp): Promise<Uint8Array<ArrayBuffer>> {
  const build = await createCompiler({ root: app.folder, mode: 'production' }).build()
  const errors = build.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const lines = errors.map(({ file, line, column, message }) => `${file}:${line ?? 1}:${column ?? 1} ${message}`)
    throw new Error(`${app.folder} does not compile:\n${lines.join('\n')}`)
  }
  return packArchive(build)
}
