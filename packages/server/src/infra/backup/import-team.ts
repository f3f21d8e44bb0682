/**
 * Takes a team in from the folder that another platform wrote: everything or nothing. Who is known here by the same address stays who he is;
 * whoever is new signs in by a code. What is here already is never changed.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import { StartupError } from '#infra/startup-error.ts'
import { readMigrations } from './tables.ts'
import { readTeamArchive, type TeamArchive, type TeamRules } from './team-format.ts'

export interface ImportTeamOptions {
  connection: pg.ClientConfig
  source: string
  rules: TeamRules
  blobs: Blobs
  blobsOf: (appId: string) => Promise<Blobs>
}

const person = z.object({ id: z.string(), email: z.string() })
const visitorAccount = z.object({ email: z.string() })
const batchRows = 500

export async function importTeam(options: ImportTeamOptions): Promise<TeamArchive> {
  const archive = await verifyTeam(options.source)
  const client = new pg.Client(options.connection)
  await client.connect()
  try {
    const here = await readMigrations(client)
    if (here.join() !== archive.migrations.join())
      throw new StartupError(
        'The export and this platform are of different versions of Banyan. Bring both to the same.',
      )
    await putContent(options, archive)
    await client.query('begin')
    const renamed = await matchPeople(client, options.source, archive)
    for (const { name } of archive.tables) {
      if (options.rules.readOnly.has(name)) continue
      await fillTable(client, name, await rowsFor(client, { name, source: options.source, renamed }))
    }
    await client.query('commit')
    return archive
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505')
      throw new StartupError(`Some of this team is here already (${error.table}): ${error.detail}`, { cause: error })
    throw error
  } finally {
    await client.end()
  }
}

/** Reads all of it, without a database. */
export async function verifyTeam(folder: string): Promise<TeamArchive> {
  const archive = await readTeamArchive(folder)
  for (const { name, rows, sha256 } of archive.tables) {
    const lines = await linesOf(folder, name)
    const hash = createHash('sha256')
    for (const line of lines) hash.update(line).update('\n')
    if (lines.length !== rows || hash.digest('hex') !== sha256)
      throw new StartupError(`The table ${name} is damaged in the export.`)
  }
  for (const hash of archive.blobs) await readContent(folder, 'blobs', hash)
  for (const { appId, sha256 } of archive.userFiles) await readContent(folder, join('user-files', appId), sha256)
  return archive
}

async function putContent({ source, blobs, blobsOf }: ImportTeamOptions, archive: TeamArchive): Promise<void> {
  for (const hash of archive.blobs) await blobs.put(await readContent(source, 'blobs', hash))
  await blobs.flush(archive.blobs)
  for (const { appId, sha256 } of archive.userFiles) {
    const own = await blobsOf(appId)
    await own.put(await readContent(source, join('user-files', appId), sha256))
    await own.flush([sha256])
  }
}

async function readContent(source: string, folder: string, hash: string): Promise<Buffer> {
  const path = join(source, folder, hash.slice(0, 2), hash)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new StartupError(`The file ${hash} is missing in the export.`, { cause })
  })
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw new StartupError(`The file ${hash} is damaged in the export.`)
  return bytes
}

/** Ids of people there -> ids here, for those who are here by the same address. */
async function matchPeople(
  client: pg.ClientBase,
  source: string,
  archive: TeamArchive,
): Promise<ReadonlyMap<string, string>> {
  if (!archive.tables.some(({ name }) => name === 'users')) return new Map()
  const people = (await linesOf(source, 'users')).map((line) => person.parse(JSON.parse(line)))
  const { rows } = await client.query('select id, email from users where lower(email) = any($1::text[])', [
    people.map(({ email }) => email.toLowerCase()),
  ])
  const here = new Map(
    z
      .array(person)
      .parse(rows)
      .map(({ id, email }) => [email.toLowerCase(), id]),
  )
  return new Map(
    people.flatMap(({ id, email }) => {
      const known = here.get(email.toLowerCase())
      return known === undefined ? [] : [[id, known] as const]
    }),
  )
}

async function rowsFor(
  client: pg.ClientBase,
  { name, source, renamed }: { name: string; source: string; renamed: ReadonlyMap<string, string> },
): Promise<string[]> {
  const lines = await linesOf(source, name)
  if (name === 'users') return lines.filter((line) => !renamed.has(person.parse(JSON.parse(line)).id))
  if (name === 'user_accounts') {
    // An address opens one account; whoever has one here goes on as a guest there, and may sign in to bring both together.
    const { rows } = await client.query('select email from user_accounts')
    const taken = new Set(
      z
        .array(visitorAccount)
        .parse(rows)
        .map(({ email }) => email),
    )
    return lines.filter((line) => !taken.has(visitorAccount.parse(JSON.parse(line)).email))
  }
  return lines.map((line) => {
    let text = line
    for (const [there, here] of renamed) text = text.replaceAll(JSON.stringify(there), JSON.stringify(here))
    return text
  })
}

async function fillTable(client: pg.ClientBase, table: string, lines: readonly string[]): Promise<void> {
  const name = pg.escapeIdentifier(table)
  const { rows } = await client.query<{ columns: string }>(
    // Numbers that the database gives are given anew.
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute where attrelid = $1::regclass
     and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
    [name],
  )
  const columns = rows[0]?.columns ?? '*'
  for (let at = 0; at < lines.length; at += batchRows) {
    await client.query(
      `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, $1::json)`,
      [`[${lines.slice(at, at + batchRows).join(',')}]`],
    )
  }
}

async function linesOf(folder: string, table: string): Promise<string[]> {
  const chunks: Buffer[] = []
  try {
    const bytes = createReadStream(join(folder, 'tables', `${table}.ndjson.gz`)).pipe(createGunzip())
    for await (const chunk of bytes) chunks.push(Buffer.from(chunk))
  } catch (cause) {
    throw new StartupError(`The table ${table} cannot be read in the export.`, { cause })
  }
  return Buffer.concat(chunks).toString('utf8').split('\n').slice(0, -1)
}
