import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appIdSchema } from '@banyan/contract/apps'

const linkFile = 'banyan.json'

/**
 * The platform's id of the project: from `banyan.json`, or from `project.config.json` when that already names one of ours. A WeChat id
 * there stays what it is, so that the same folder keeps working in WeChat's tools.
 */
export async function readLinkedApp(root: string): Promise<string | undefined> {
  const link = await readJson(join(root, linkFile))
  const config = await readJson(join(root, 'project.config.json'))
  return [link['appId'], config['appid']].map((id) => appIdSchema.safeParse(id)).find((id) => id.success)?.data
}

export async function linkApp(root: string, appId: string): Promise<void> {
  await writeFile(join(root, linkFile), `${JSON.stringify({ appId }, null, 2)}\n`)
}

async function readJson(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // The compiler reports a file that is there but malformed; for the link it is the same as none.
    return {}
  }
}
