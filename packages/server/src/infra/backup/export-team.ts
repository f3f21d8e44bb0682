/** Writes all that is one team's into a folder, as it is at one moment, while the platform works. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import { syncFolder } from '#infra/files.ts'
import { StartupError } from '#infra/startup-error.ts'
import { listTables, readMigrations } from './tables.ts'
import { teamFormat, type TeamArchive, type TeamRules } from './team-format.ts'

export interface ExportTeamOptions {
  connection: pg.ClientConfig
  workspaceId: string
  /** Must not exist yet; appears only when it is complete. */
  target: string
  rules: TeamRules
  blobs: Blobs
  blobsOf: (appId: string) => Promise<Blobs>
  now: Date
}

const fetchRows = 500
const rowText = z.object({ row: z.string() })
const rowShape = z.looseObject({ app_id: z.string().nullish() })

export async function exportTeam(options: ExportTeamOptions): Promise<TeamArchive> {
  const draft = `${options.target}.part`
  await rm(draft, { recursive: true, force: true })
  await mkdir(join(draft, 'tables'), { recursive: true, mode: 0o700 })
  const client = new pg.Client(options.connection)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const found = await client.query('select 1 from workspaces where id = $1', [options.workspaceId])
    if (found.rows.length === 0) throw new StartupError(`There is no team ${options.workspaceId}.`)
    const content = createContentCopy(options, draft)
    const tables: TeamArchive['tables'] = []
    for (const name of await listTables(client)) {
      const condition = await conditionOf(client, name, options)
      if (condition === undefined) continue
      tables.push({ name, ...(await writeTable(client, { name, condition, draft, content, options })) })
    }
    const archive: TeamArchive = {
      format: teamFormat,
      kind: 'team',
      createdAt: options.now.toISOString(),
      workspaceId: options.workspaceId,
      migrations: await readMigrations(client),
      tables,
      ...content.listed(),
    }
    await client.query('commit')
    await writeFile(join(draft, 'team.json'), `${JSON.stringify(archive, null, 2)}\n`, { mode: 0o600, flush: true })
    await syncFolder(draft)
    await rename(draft, options.target)
    return archive
  } finally {
    await client.end()
  }
}

/** Undefined for a table of which nothing leaves. A table that nobody has thought of is an error, not a loss. */
async function conditionOf(
  client: pg.ClientBase,
  table: string,
  { rules, workspaceId }: Pick<ExportTeamOptions, 'rules' | 'workspaceId'>,
): Promise<string | undefined> {
  if (rules.staying.has(table)) return undefined
  const team = pg.escapeLiteral(workspaceId)
  const apps = `(select id from apps where workspace_id = ${team})`
  const given = rules.where[table]
  if (given !== undefined) return given.replaceAll('$team', team).replaceAll('$apps', apps)
  const { rows } = await client.query<{ attname: string }>(
    `select attname from pg_attribute where attrelid = $1::regclass and attname in ('app_id', 'workspace_id') and not attisdropped`,
    [pg.escapeIdentifier(table)],
  )
  const columns = new Set(rows.map(({ attname }) => attname))
  if (columns.has('workspace_id')) return `workspace_id = ${team}`
  if (columns.has('app_id')) return `app_id in ${apps}`
  throw new StartupError(`Nobody has said whether the rows of ${table} leave with a team.`)
}

async function writeTable(
  client: pg.ClientBase,
  of: { name: string; condition: string; draft: string; content: ContentCopy; options: ExportTeamOptions },
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  const blank = of.options.rules.blank[of.name] ?? {}
  let count = 0
  async function* lines(): AsyncGenerator<string> {
    await client.query(
      `declare team_rows no scroll cursor for select row_to_json(t)::text as row from ${pg.escapeIdentifier(of.name)} t where ${of.condition}`,
    )
    for (;;) {
      const { rows } = await client.query(`fetch ${fetchRows} from team_rows`)
      for (const { row } of z.array(rowText).parse(rows)) {
        const kept = { ...rowShape.parse(JSON.parse(row)), ...blank }
        const line = JSON.stringify(kept)
        await of.content.copy(line, kept.app_id ?? undefined)
        count++
        hash.update(line).update('\n')
        yield `${line}\n`
      }
      if (rows.length < fetchRows) break
    }
    await client.query('close team_rows')
  }
  const path = join(of.draft, 'tables', `${of.name}.ndjson.gz`)
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(path, { mode: 0o600, flush: true }))
  return { rows: count, sha256: hash.digest('hex') }
}

interface ContentCopy {
  /** The bytes of all hashes that stand in a row, as far as there are such bytes. */
  copy(line: string, appId: string | undefined): Promise<void>
  listed(): Pick<TeamArchive, 'blobs' | 'userFiles'>
}

function createContentCopy({ blobs, blobsOf }: ExportTeamOptions, draft: string): ContentCopy {
  const seen = new Set<string>()
  const listed: Pick<TeamArchive, 'blobs' | 'userFiles'> = { blobs: [], userFiles: [] }

  async function write(folder: string, hash: string, bytes: Buffer): Promise<void> {
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new StartupError(`The file ${hash} is damaged.`)
    const path = join(draft, folder, hash.slice(0, 2), hash)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, bytes, { mode: 0o600, flush: true })
  }

  return {
    async copy(line, appId) {
      for (const [sha256] of line.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)) {
        const key = `${appId ?? ''} ${sha256}`
        if (seen.has(key)) continue
        seen.add(key)
        const own = appId === undefined ? undefined : await (await blobsOf(appId)).read(sha256)
        if (own && appId !== undefined) {
          await write(join('user-files', appId), sha256, own)
          listed.userFiles.push({ appId, sha256 })
        }
        const shared = listed.blobs.includes(sha256) ? undefined : await blobs.read(sha256)
        if (!shared) continue
        await write('blobs', sha256, shared)
        listed.blobs.push(sha256)
      }
    },
    listed: () => listed,
  }
}
