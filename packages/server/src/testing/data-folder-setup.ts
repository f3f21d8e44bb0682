/** Vitest's global set-up: the folder for the database that `makeDataFolder` makes when the first test asks for it. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Names the folder for the processes of the run. It is here since this module must load in no time. */
export const preparedVariable = 'BANYAN_TEST_PREPARED'

export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-prepared-'))
  await chmod(folder, 0o755)
  process.env[preparedVariable] = folder
  return () => rm(folder, { recursive: true, force: true })
}
