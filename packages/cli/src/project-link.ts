import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const linkFile = 'banyan.json'
/** As `appIdSchema` of the contract has it. */
const appIdPattern = /^by[0-9a-f]{16}$/

/**
 * The platform's id of the project: from `banyan.json`, or from `project.config.json` when that already names one of ours. A WeChat id
 * there stays what it is, so that the same folder keeps working in WeChat's tools.
 */
export async function readLinkedApp(root: string): Promise<string | undefined> {
  const link = await readJson(join(root, linkFile))
  const config = await readJson(join(root, 'project.config.json'))
  return [link['appId'], config['appid']].find(isAppId)
}

export async function linkApp(root: string, appId: string): Promise<void> {
  await writeFile(join(root, linkFile), `${JSON.stringify({ appId }, null, 2)}\n`)
}

export function isAppId(id: unknown): id is string {
  return typeof id === 'string' && appIdPattern.test(id)
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
