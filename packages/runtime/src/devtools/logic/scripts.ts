/** Scripts of packages that come after the start. */
import type { PackageScript } from '@banyan/contract/package-format'
import type { LogicApp } from '../../logic/app/logic-app.ts'
import type { LogicEnvironment } from '../../logic/environment.ts'
import { platform } from '../../logic/platform.ts'

/** The script of a package hands itself over by a global function; this time it is not taken into the code. */
export async function readScript(
  source: unknown,
  { code }: LogicApp,
  environment: LogicEnvironment,
): Promise<PackageScript | undefined> {
  if (!platform.isBlob(source)) throw new Error('source is missing')
  let script: PackageScript | undefined
  const add = code.add.bind(code)
  code.add = (given) => void (script = given)
  try {
    await environment.runScript(source)
  } finally {
    code.add = add
  }
  return script
}

/** Other components in a page, another way of styling: only a restart shows that. */
export function hasSameConfigs({ components }: PackageScript, { code }: LogicApp): boolean {
  return Object.entries(components).every(
    ([path, config]) => JSON.stringify(code.configOf(path)) === JSON.stringify(config),
  )
}
