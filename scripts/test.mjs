// `npm test`: set-up, checks, then all tests under the pinned Node. The last line is `N passed, N failed`.
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checks, runChecks } from './check/run-checks.mjs'
import { ensureChromium } from './setup/chromium.mjs'
import { run } from './setup/command.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
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
    say('checks')
    const failedChecks = await runChecks(checks)
    say('tests')
    const tests = await runTests(process.argv.slice(2), chromium)
    passed = checks.length - failedChecks.length + tests.passed
    failed = failedChecks.length + tests.failed
    if (tests.skipped > 0) say(`${tests.skipped} tests were skipped`)
  } finally {
    if (failed > 0) process.exitCode = 1
    process.on('exit', () => console.log(`${passed} passed, ${failed} failed`))
  }
})

/**
 * @param {readonly string[]} filters file names or options for vitest
 * @param {string} chromium
 */
async function runTests(filters, chromium) {
  const report = join(tmpdir(), `banyan-tests-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = { ...process.env, BANYAN_CHROMIUM: chromium, NODE_ENV: 'test' }
  const exitCode = await run([tool('node'), tool('vitest'), 'run', ...reporters, ...filters], { env })
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
