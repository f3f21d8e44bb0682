/** What the database holds, read in one transaction that sees it as it was at one moment. */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'

const fetchRows = 1000
const nameRow = z.object({ name: z.string() })
/** What the platform's own steps make again. */
const ownTables = new Set(['migrations', 'migrations_lock'])

/** Tables of which others hold keys come first. */
export async function listTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p' order by relname`,
  )
  const names = z
    .array(nameRow)
    .parse(rows)
    .map(({ name }) => name)
    .filter((name) => !ownTables.has(name))
  const found = await client.query(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent
     from pg_constraint where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`,
  )
  const keys = z.array(z.object({ child: z.string(), parent: z.string() })).parse(found.rows)
  const ordered: string[] = []
  const visit = (name: string, path: readonly string[]): void => {
    if (ordered.includes(name) || path.includes(name)) return
    for (const { child, parent } of keys) if (child === name) visit(parent, [...path, name])
    ordered.push(name)
  }
  for (const name of names) visit(name, [])
  return ordered
}

export async function* readRows(client: pg.ClientBase, table: string): AsyncGenerator<string> {
  const name = pg.escapeIdentifier(table)
  const { rows: keys } = await client.query(
    `select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
     where indrelid = $1::regclass and indisprimary order by array_position(indkey::int2[], attnum)`,
    [name],
  )
  const order = z
    .array(nameRow)
    .parse(keys)
    .map((key) => pg.escapeIdentifier(key.name))
    .join(', ')
  await client.query(
    `declare backup_rows no scroll cursor for select row_to_json(t)::text as name from ${name} t ${order && `order by ${order}`}`,
  )
  try {
    for (;;) {
      const { rows } = await client.query(`fetch ${fetchRows} from backup_rows`)
      for (const row of z.array(nameRow).parse(rows)) yield row.name
      if (rows.length < fetchRows) return
    }
  } finally {
    await client.query('close backup_rows')
  }
}

/** The same for the same rows, wherever the table is. */
export async function hashTable(client: pg.ClientBase, table: string): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let count = 0
  for await (const row of readRows(client, table)) {
    hash.update(row).update('\n')
    count++
  }
  return { rows: count, sha256: hash.digest('hex') }
}

export async function readSequences(client: pg.ClientBase): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query(
    `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null`,
  )
  return z.array(z.object({ name: z.string(), value: z.string() })).parse(rows)
}

export async function readMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query('select name from migrations order by name')
  return z
    .array(nameRow)
    .parse(rows)
    .map(({ name }) => name)
}
