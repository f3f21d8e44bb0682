/** Fills an empty platform from a backup, and compares every table, file and blob with what the backup says. */
import { createReadStream } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { readIfThere } from '#infra/files.ts'
import { StartupError } from '#infra/startup-error.ts'
import { copyBlobs, copyUserFiles } from './back-up.ts'
import { backupSchema, sha256, type Backup } from './format.ts'
import { hashTable, listTables } from './tables.ts'

export interface RestoreOptions {
  source: string
  dataDir: string
  connection: pg.ClientConfig
  /** Makes the tables as they were when the backup was made. */
  migrateTo: (names: readonly string[]) => Promise<void>
}

const batchBytes = 4 * 1024 * 1024

export async function readBackup(folder: string): Promise<Backup> {
  const text = await readIfThere(join(folder, 'backup.json'))
  if (text === undefined) throw new StartupError(`There is no complete backup in ${folder}.`)
  const parsed = backupSchema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new StartupError(`The backup in ${folder} has a format that this version does not know.`)
  return parsed.data
}

export async function restore({ source, dataDir, connection, migrateTo }: RestoreOptions): Promise<Backup> {
  const backup = await readBackup(source)
  const blobs = await copyBlobs(join(source, 'blobs'), join(dataDir, 'blobs'))
  const userFiles = await copyUserFiles(join(source, 'user-files'), join(dataDir, 'files'))
  if (blobs.count !== backup.blobs.count || userFiles.count !== backup.userFiles.count)
    throw new StartupError('Files are missing in the backup.')
  const client = new pg.Client(connection)
  await client.connect()
  try {
    if ((await listTables(client)).length > 0) {
      throw new StartupError('There is a platform already. Restore into an empty data folder or an empty database.')
    }
    await migrateTo(backup.migrations)
    await client.query('begin')
    // A step may have written first rows.
    for (const { name } of backup.tables.toReversed())
      await client.query(`truncate ${pg.escapeIdentifier(name)} cascade`)
    for (const { name } of backup.tables) await fillTable(client, name, join(source, 'tables', `${name}.ndjson.gz`))
    for (const { name, value } of backup.sequences) {
      await client.query('select setval($1::regclass, $2::bigint)', [pg.escapeIdentifier(name), value])
    }
    for (const { name, rows, sha256: expected } of backup.tables) {
      const found = await hashTable(client, name)
      if (found.rows !== rows || found.sha256 !== expected)
        throw new StartupError(`The table ${name} is damaged in the backup.`)
    }
    await renumberEvents(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
  for (const { name, sha256: expected } of backup.files) {
    if (sha256(await readFile(join(source, 'files', name))) !== expected)
      throw new StartupError(`The file ${name} is damaged.`)
    await copyFile(join(source, 'files', name), join(dataDir, name))
  }
  return backup
}

async function fillTable(client: pg.Client, table: string, path: string): Promise<void> {
  const name = pg.escapeIdentifier(table)
  const { rows } = await client.query<{ columns: string | null }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [name],
  )
  const columns = rows[0]?.columns ?? '*'
  let batch: string[] = []
  let sizeBytes = 0
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    await client.query(
      `insert into ${name} (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::${name}, $1::json)`,
      [`[${batch.join(',')}]`],
    )
    batch = []
    sizeBytes = 0
  }
  for await (const line of linesOf(path)) {
    batch.push(line)
    sizeBytes += line.length
    if (sizeBytes > batchBytes) await flush()
  }
  await flush()
}

/** Not `readline`, which also ends lines at characters that stand in JSON as they are. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  const text = createReadStream(path).pipe(createGunzip()).setEncoding('utf8')
  for await (const chunk of text) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') throw new StartupError(`${path} ends in the middle of a row.`)
}

/** Events are ordered by the numbers of transactions, which begin anew in another database: all that are there come before those. */
async function renumberEvents(client: pg.Client): Promise<void> {
  await client.query(`
    update event_cursors set transaction = '1', number = (
      select count(*) from events
      where (events.transaction, events.number) <= (event_cursors.transaction, event_cursors.number)
    )`)
  await client.query(`
    create temporary table renumbered on commit drop as
    select *, row_number() over (order by transaction, number) as place from events`)
  await client.query('delete from events')
  await client.query(`
    insert into events (key, number, transaction, topic, payload, created_at) overriding system value
    select key, place, '1', topic, payload, created_at from renumbered`)
}
