// `npm test`: set-up, checks, all tests under the pinned Node, the conformance suite. The last line is `N passed, N failed`.
// Of libraries' components and of the conformance cases it runs a part, always the same one; all of them with `--whole`.
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checks, runChecks } from './check/run-checks.mjs'
import { ensureChromium } from './setup/chromium.mjs'
import { run, runAndRead } from './setup/command.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureConsoleBuild } from './setup/console-build.mjs'
import { ensureRuntimeBuild } from './setup/runtime-build.mjs'
import { tool } from './setup/tools.mjs'
import { say, speakFor } from './setup/voice.mjs'

await speakFor(async () => {
  // However this ends, it ends with the numbers.
  let passed = 0
  let failed = 1
  try {
    const chromium = await ensureChromium()
    await ensureDependencies()
    await ensureRuntimeBuild()
    await ensureConsoleBuild()
    say('checks')
    const failedChecks = await runChecks(checks)
    say('tests')
    const isWhole = process.argv.includes('--whole')
    const filters = process.argv.slice(2).filter((argument) => argument !== '--whole')
    const tests = await runTests(filters, { chromium, isWhole })
    passed = checks.length - failedChecks.length + tests.passed
    failed = failedChecks.length + tests.failed
    // Whoever names files wants those alone.
    if (filters.length === 0) {
      say('conformance')
      const conformance = await runConformance({ isWhole })
      passed += conformance.passed
      failed += conformance.failed
    }
    if (tests.skipped > 0) say(`${tests.skipped} tests were skipped`)
  } finally {
    if (failed > 0) process.exitCode = 1
    process.on('exit', () => console.log(`${passed} passed, ${failed} failed`))
  }
})

/**
 * @param {readonly string[]} filters file names or options for vitest
 * @param {{ chromium: string, isWhole: boolean }} how
 */
async function runTests(filters, { chromium, isWhole }) {
  const report = join(tmpdir(), `banyan-tests-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = { ...process.env, BANYAN_CHROMIUM: chromium, NODE_ENV: 'test', ...(isWhole && { BANYAN_TESTS: 'whole' }) }
  const projects = filters.length === 0 ? ['--project', 'unit', '--project', 'e2e'] : []
  const exitCode = await run([tool('node'), tool('vitest'), 'run', ...projects, ...reporters, ...filters], { env })
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    const passed = result.numPassedTests
    const skipped = result.numPendingTests + result.numTodoTests
    // A file that cannot be loaded has no tests, and an error outside a test belongs to none: neither may pass unseen.
    const failed = Math.max(result.numFailedTests, result.numFailedTestSuites > 0 || exitCode !== 0 ? 1 : 0)
    return { passed, failed: passed === 0 ? Math.max(failed, 1) : failed, skipped }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(report, { force: true })
  }
}

/**
 * In Chromium; `npm run conformance` runs every case in every engine.
 *
 * @param {{ isWhole: boolean }} how
 */
async function runConformance({ isWhole }) {
  const options = ['--json', '--engine', 'chromium', ...(isWhole ? [] : ['--sample', '120'])]
  const { exitCode, output } = await runAndRead([tool('node'), 'conformance/run/main.ts', ...options])
  const { passed, failed } = readSummary(output)
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) }
}

/** @param {string} output its last line holds the numbers by engine */
function readSummary(output) {
  try {
    /** @type {Record<string, { passed: number, failed: number }>} */
    const byEngine = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')
    const sum = (/** @type {'passed' | 'failed'} */ key) =>
      Object.values(byEngine).reduce((total, numbers) => total + numbers[key], 0)
    return { passed: sum('passed'), failed: sum('failed') }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
