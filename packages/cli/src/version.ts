import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from './package-folder.ts'

/** Version of this package. */
export const cliVersion = readVersion()

function readVersion(): string {
  const text = readFileSync(join(packageFolder, 'package.json'), 'utf8')
  const { version }: { version: string } = JSON.parse(text)
  return version
}
