/** The platform as its owner runs it, with mini-programs that a test writes, uploaded and published by the command line. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createClient, type Client } from '@banyan/sdk'
import { startServerProcess } from '@banyan/server/testing'
import { makeDataFolder } from '@banyan/server/testing/data-folder.ts'
import { runBanyan } from './dev-process.ts'

/** Path -> content of a project's files. */
export type AppFiles = Readonly<Record<string, string>>

export interface Platform {
  readonly origin: string
  readonly apiKey: string
  readonly client: Client
  /** Once: makes somebody the platform's owner. */
  readonly setupUrl: string
  createApp(name: string): Promise<string>
  /** Compiles and uploads. */
  upload(appId: string, version: string, files: AppFiles): Promise<void>
  /** Compiles, uploads and publishes. */
  publish(appId: string, version: string, files: AppFiles): Promise<void>
  /** Where an app opens, with a trailing slash. */
  urlOf(appId: string): string
  /** Ends the server and leaves its data. */
  halt(): Promise<void>
  stop(): Promise<void>
}

export async function startPlatform(env: Readonly<Record<string, string>> = {}): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-platform-'))
  const dataDir = await makeDataFolder()
  const runtimeDir = process.env['BANYAN_RUNTIME_DIR']
  const server = await startServerProcess({
    BANYAN_DATA: dataDir,
    ...(runtimeDir === undefined ? {} : { BANYAN_RUNTIME_DIR: runtimeDir }),
    ...env,
  })
  const { localUrl, seed } = server.ready
  const apiKey = seed.apiKey ?? ''
  const client = createClient({ baseUrl: localUrl, apiKey })
  const halt = async () => {
    if (server.child.exitCode === null && server.child.signalCode === null) server.child.kill('SIGTERM')
    await server.exited
  }
  const login = { BANYAN_URL: localUrl, BANYAN_API_KEY: apiKey }
  const upload: Platform['upload'] = async (appId, version, files) => {
    const project = join(folder, `${appId}-${version}`)
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(project, name)), { recursive: true })
      await writeFile(join(project, name), content)
    }
    await succeed(['upload', project, '--app', appId, '--version', version], login)
  }
  return {
    origin: localUrl,
    apiKey,
    client,
    setupUrl: server.ready.setupUrl ?? '',
    createApp: async (name) => (await client.apps.create({ name })).id,
    upload,
    async publish(appId, version, files) {
      await upload(appId, version, files)
      await succeed(['publish', '--app', appId, '--version', version], login)
    },
    urlOf: (appId) => new URL(`/a/${appId}/`, localUrl).href,
    halt,
    async stop() {
      await halt()
      await Promise.all([folder, dataDir].map((path) => rm(path, { recursive: true, force: true })))
    },
  }
}

async function succeed(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { code, stdout, stderr } = await runBanyan(args, { env })
  if (code !== 0) throw new Error(`banyan ${args[0]} ended with ${code}:\n${stdout}\n${stderr}`)
}
