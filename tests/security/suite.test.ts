/**
 * The suite that `banyan selftest --security` ships, in three engines. Every probe that is possible in an engine is first shown to succeed
 * where nothing protects.
 */
import {
  attackNames,
  groupNames,
  hostileApp,
  launchChromium,
  runSecuritySuite,
  type Finding,
  type GroupName,
  type SelftestBrowser,
} from '@banyan/cli/selftest'
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

const loudAttacks = 3
const withoutAttacks = groupNames.filter((name) => name !== 'attack')

/** Firefox opens page after page and takes minutes for all groups: `BANYAN_ENGINE=firefox` runs them. */
const groupsOf: Readonly<Record<EngineName, readonly GroupName[]>> = {
  chromium: groupNames,
  firefox: chosen === 'firefox' ? withoutAttacks : ['worker', 'view'],
  webkit: ['worker'],
}

/** Chromium as the command line ships it, so that what owners run is what is tested. */
async function launch(engine: EngineName): Promise<SelftestBrowser> {
  if (engine !== 'chromium') return selftestBrowser(await launchEngine(engine))
  return launchChromium(process.env['BANYAN_CHROMIUM'] ?? '/usr/bin/chromium')
}

describe.each(engines)('in %s', (engine) => {
  test('no probe leaks and no forged message is answered', async ({ skip }) => {
    const browser = await launch(engine).catch((error: unknown) => {
      if (error instanceof EngineMissing) skip(error.message)
      throw error
    })
    onTestFinished(() => browser.close())
    const platform = await startPlatform()
    onTestFinished(() => platform.stop())
    const appId = await platform.createApp('Hostile')
    await platform.publish(appId, '1.0.0', hostileApp())

    const findings = await runSecuritySuite({
      browser,
      appUrl: platform.urlOf(appId),
      groups: groupsOf[engine],
      // `banyan selftest --security` runs the rest.
      isQuiet: true,
      // Its driver loses pages that are opened while another one opens.
      isOneByOne: engine === 'firefox',
    })
    const passed = (group: string) =>
      findings.filter(({ id, verdict }) => id.startsWith(`${group}/`) && verdict === 'passed').length
    expect(findings.filter(({ verdict }) => verdict === 'failed')).toEqual<Finding[]>([])
    expect(passed('worker')).toBeGreaterThanOrEqual(leastProbes[engine].worker)
    if (groupsOf[engine].includes('view')) expect(passed('view')).toBeGreaterThanOrEqual(leastProbes[engine].view)
    if (groupsOf[engine].includes('url')) expect(passed('url')).toBeGreaterThanOrEqual(60)
    if (groupsOf[engine].includes('attack')) expect(passed('attack')).toBe(attackNames.length - loudAttacks)
  }, 900_000)
})
