/**
 * What a team takes with it is a folder like that of a backup: `team.json`; `tables/<name>.ndjson.gz`, a row a line, as PostgreSQL writes it in
 * JSON; `blobs/<aa>/<sha256>` and `user-files/<app>/<aa>/<sha256>`.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere } from '#infra/files.ts'
import { StartupError } from '#infra/startup-error.ts'

export const teamFormat = 1

export const teamArchiveSchema = z.object({
  format: z.literal(teamFormat),
  kind: z.literal('team'),
  createdAt: z.iso.datetime(),
  workspaceId: z.string(),
  migrations: z.array(z.string()),
  /** In an order in which they can be filled. */
  tables: z.array(z.object({ name: z.string(), rows: z.int(), sha256: z.string() })),
  blobs: z.array(z.string()),
  userFiles: z.array(z.object({ appId: z.string(), sha256: z.string() })),
})
export type TeamArchive = z.infer<typeof teamArchiveSchema>

/** Which rows are a team's; who puts the platform together knows the tables. */
export interface TeamRules {
  /** Conditions for tables that have neither `app_id` nor `workspace_id`; `$team` and `$apps` stand for the team and its apps. */
  where: Readonly<Record<string, string>>
  /** Credentials, logs, and what belongs to the installation: they do not leave. */
  staying: ReadonlySet<string>
  /** To be read by people: another platform does not take them in. */
  readOnly: ReadonlySet<string>
  /** What a column says once it has left. */
  blank: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export async function readTeamArchive(folder: string): Promise<TeamArchive> {
  const text = await readIfThere(join(folder, 'team.json'))
  if (text === undefined) throw new StartupError(`There is no complete export of a team in ${folder}.`)
  const parsed = teamArchiveSchema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new StartupError(`The export in ${folder} has a format that this version does not know.`)
  return parsed.data
}
