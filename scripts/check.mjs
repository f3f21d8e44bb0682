// `npm run check`: every static check of the house, side by side. All run to the end, even when one has failed.
import { fileURLToPath } from 'node:url'
import { checks, runChecks } from './check/run-checks.mjs'
import { ensureConsoleBuild } from './setup/console-build.mjs'

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2)
  await ensureConsoleBuild()
  const failed = await runChecks(wanted.length === 0 ? checks : checks.filter((check) => wanted.includes(check.name)))
  process.exitCode = failed.length === 0 ? 0 : 1
}
