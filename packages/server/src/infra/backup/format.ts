/**
 * A backup is a folder: `backup.json`; `tables/<name>.ndjson.gz`, a row a line, as PostgreSQL writes it in JSON; `blobs/<aa>/<sha256>`
 * and `user-files/<app>/<aa>/<sha256>`, as the platform stores them; `files/` with what else the data folder holds that cannot be made anew.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'

export const backupFormat = 1

export const backupSchema = z.object({
  format: z.literal(backupFormat),
  createdAt: z.iso.datetime(),
  /** Names of the steps that the tables have gone through. */
  migrations: z.array(z.string()),
  /** In an order in which they can be filled. */
  tables: z.array(z.object({ name: z.string(), rows: z.int(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  blobs: z.object({ count: z.int(), bytes: z.int() }),
  /** What apps keep for their users; none where a backup is older than that. */
  userFiles: z.object({ count: z.int(), bytes: z.int() }).default({ count: 0, bytes: 0 }),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
})
export type Backup = z.infer<typeof backupSchema>

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
