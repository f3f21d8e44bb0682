/** Brings a mini-program onto the platform by the way that everybody goes: compile, create, upload, publish. */
import { readFile } from 'node:fs/promises'
import { createCompiler, packArchive } from '@banyan/compiler'
import type { RequestDomain } from '@banyan/contract/apps'
import { addSnapshots } from '@banyan/runtime/snapshot'
import type { Client } from '@banyan/sdk'

/** The project's own fault: its message says all. */
export class CompileError extends Error {}

export interface Project {
  readonly folder: string
  readonly name: string
  readonly description: string
  readonly version: string
  /** A PNG beside the project's files. */
  readonly icon?: string
  readonly category?: string
}

/** Takes up where an interrupted earlier call has stopped. Returns the app's id. */
export async function publishProject(
  client: Client,
  project: Project,
  requestDomains: RequestDomain[],
): Promise<string> {
  const { name, description, version } = project
  const archive = await compile(project)
  const existing = (await client.apps.list()).find((each) => each.name === name)
  const { id } = existing ?? (await client.apps.create({ name, description }))
  await client.apps.update(id, { requestDomains })
  await describe(client, id, project)
  const versions = await client.releases.listVersions(id)
  if (!versions.some((each) => each.version === version)) {
    await client.releases.upload(id, { version, description, archive })
  }
  if (!versions.some((each) => each.version === version && each.isCurrent)) {
    await client.releases.publish(id, version)
  }
  return id
}

async function describe(client: Client, id: string, { icon, category }: Project): Promise<void> {
  if (icon !== undefined)
    await client.apps.setIcon(id, { bytes: new Uint8Array(await readFile(icon)), mediaType: 'image/png' })
  if (category !== undefined) await client.apps.describe(id, { category })
}

async function compile({ folder }: Project): Promise<Uint8Array<ArrayBuffer>> {
  const build = await createCompiler({ root: folder, mode: 'production' }).build()
  const errors = build.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const lines = errors.map(({ file, line, column, message }) => `${file}:${line ?? 1}:${column ?? 1} ${message}`)
    throw new CompileError(`${folder} does not compile:\n${lines.join('\n')}`)
  }
  return new Uint8Array(packArchive((await addSnapshots(build)).build))
}
