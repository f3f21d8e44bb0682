import { readFileSync } from 'node:fs'

/** Version of this package. */
export const cliVersion = readVersion()

function readVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version }: { version: string } = JSON.parse(text)
  return version
}
