/**
 * The suite that `banyan selftest --security` ships, in three engines. Every probe that is possible in an engine is first shown to succeed
 * where nothing protects.
 */
import { hostileApp, runSecuritySuite, type Finding, type GroupName } from '@banyan/cli/selftest'
import { describe, expect, onTestFinished, test } from 'vitest'
import { EngineMissing, type EngineName } from '../support/engines/engine.ts'
import { engineNames, launchEngine } from '../support/engines/launch.ts'
import { startPlatform } from '../support/platform.ts'
import { selftestBrowser } from '../support/selftest-browser.ts'

/** How many probes each engine can run at least; what it has not got it cannot leak. */
const leastProbes: Readonly<Record<EngineName, { worker: number; view: number }>> = {
  chromium: { worker: 24, view: 20 },
  firefox: { worker: 20, view: 18 },
  webkit: { worker: 20, view: 0 },
}

const chosen = process.env['BANYAN_ENGINE']
const engines = engineNames.filter((name) => chosen === undefined || name === chosen)

const probes = ['worker', 'view', 'bridge', 'hidden', 'permission', 'url'] as const

/** WebKitGTK's driver takes minutes for a group; the worker is where app code runs. */
const groupsOf: Readonly<Record<EngineName, readonly GroupName[]>> = {
  chromium: probes,
  firefox: probes,
  webkit: ['worker'],
}

describe.each(engines)('in %s', (engine) => {
  test('no probe leaks and no forged message is answered', async ({ skip }) => {
    const driver = await launchEngine(engine).catch((error: unknown) => {
      if (error instanceof EngineMissing) skip(error.message)
      throw error
    })
    onTestFinished(() => driver.close())
    const platform = await startPlatform()
    onTestFinished(() => platform.stop())
    const appId = await platform.createApp('Hostile')
    await platform.publish(appId, '1.0.0', hostileApp())

    const findings = await runSecuritySuite({
      browser: selftestBrowser(driver),
      appUrl: platform.urlOf(appId),
      groups: groupsOf[engine],
    })
    const passed = (group: string) =>
      findings.filter(({ id, verdict }) => id.startsWith(`${group}/`) && verdict === 'passed').length
    expect(findings.filter(({ verdict }) => verdict === 'failed')).toEqual<Finding[]>([])
    expect(passed('worker')).toBeGreaterThanOrEqual(leastProbes[engine].worker)
    if (!groupsOf[engine].includes('view')) return
    expect(passed('view')).toBeGreaterThanOrEqual(leastProbes[engine].view)
    expect(passed('url')).toBeGreaterThanOrEqual(60)
  }, 900_000)
})
