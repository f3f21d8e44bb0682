// Plain JavaScript without dependencies: it also runs on the Node that a machine happens to have.
import { tool } from '../setup/tools.mjs'
import { capture } from '../setup/command.mjs'

/**
 * @typedef {{ name: string, about: string, command: readonly string[] }} Check
 * @type {readonly Check[]}
 */
export const checks = [
  { name: 'types', about: 'tsc -b', command: [tool('tsc'), '-b', '--pretty', 'false'] },
  { name: 'lint', about: 'oxlint, type-aware', command: [tool('oxlint'), '--format', 'unix'] },
  { name: 'format', about: 'oxfmt', command: [tool('oxfmt'), '--check'] },
  {
    name: 'unused',
    about: 'knip --strict',
    command: [tool('node'), tool('knip'), '--strict', '--no-progress', '--no-config-hints'],
  },
  {
    name: 'leftover',
    about: 'knip, tests and tools included',
    command: [tool('node'), tool('knip'), '--no-progress', '--no-config-hints'],
  },
  { name: 'borders', about: 'check-deps', command: [tool('node'), 'scripts/check-deps/main.ts'] },
  { name: 'lock', about: 'package-lock.json', command: [tool('node'), 'scripts/check-lock.ts'] },
  { name: 'compat', about: 'docs/compat', command: [tool('node'), 'conformance/docs/main.ts', '--check'] },
  { name: 'size', about: 'size budgets', command: [tool('node'), 'scripts/size.ts'] },
  { name: 'console', about: 'first load of the console', command: [tool('node'), 'scripts/console-size.ts'] },
]

/**
 * Runs checks side by side and prints one line for each as it ends, with its output when it fails.
 *
 * @param {readonly Check[]} wanted
 * @returns {Promise<readonly string[]>} names of the checks that failed
 */
export async function runChecks(wanted) {
  const start = performance.now()
  /** @type {string[]} */
  const failed = []
  await Promise.all(
    wanted.map(async ({ name, about, command }) => {
      const begin = performance.now()
      const { exitCode, output } = await capture(command)
      const time = `${((performance.now() - begin) / 1000).toFixed(1)} s`
      const summary = output.trim().split('\n').at(-1) ?? ''
      if (exitCode === 0) {
        console.log(`ok    ${name.padEnd(8)} ${time.padStart(6)}  ${about}${saysNumber(summary) ? `: ${summary}` : ''}`)
        return
      }
      failed.push(name)
      console.log(`FAIL  ${name.padEnd(8)} ${time.padStart(6)}  ${about}`)
      console.log(output.trimEnd().replace(/^/gm, '      '))
    }),
  )
  const time = `${((performance.now() - start) / 1000).toFixed(1)} s`
  console.log(failed.length === 0 ? `all checks passed in ${time}` : `failed in ${time}: ${failed.join(', ')}`)
  return failed
}

/** @param {string} line */
function saysNumber(line) {
  return /^\d+ files|KB/.test(line)
}
