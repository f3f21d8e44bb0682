/**
 * The security suite: what `banyan selftest --security` runs against an owner's deployment and the platform's own tests run in three
 * engines. `docs/security` maps each threat to the checks by their ids.
 */
import { attackNames, checkAttacks } from './attack-checks.ts'
import { checkForgedMessages, checkHiddenFunctions, checkPermissions } from './bridge-checks.ts'
import type { SelftestBrowser } from './browser.ts'
import type { Finding } from './check.ts'
import { groupNames } from './group-names.ts'
import type { GroupName } from './group-names.ts'
import { checkViewProbes, checkWorkerProbes } from './probe-checks.ts'
import { viewProbes, workerProbes } from './probes.ts'
import { startTappedProxy } from './tapped-proxy.ts'
import { checkUrlForms } from './url-checks.ts'

export type { Finding } from './check.ts'
export type { SelftestBrowser, SelftestPage } from './browser.ts'
export { hostileApp } from './hostile-app.ts'
export { groupNames } from './group-names.ts'
export type { GroupName } from './group-names.ts'
export { launchChromium } from './chromium.ts'
export { attackNames, viewProbes, workerProbes }
export { isListed, listedOrigin, urlForms } from './url-forms.ts'

export interface SuiteOptions {
  browser: SelftestBrowser
  /** Where the hostile app opens, with a trailing slash. */
  appUrl: string
  groups?: readonly GroupName[]
  /** For browsers that cannot open pages side by side. */
  isOneByOne?: boolean
  /** Without the attacks that hold the machine up, which others may be using. */
  isQuiet?: boolean
  onFinding?: (finding: Finding) => void
}

export async function runSecuritySuite(options: SuiteOptions): Promise<Finding[]> {
  const { browser, appUrl, groups = groupNames } = options
  const { origin, pathname } = new URL(appUrl)
  const proxy = await startTappedProxy(origin)
  const tapped = `${proxy.origin}${pathname}`
  const run: Readonly<Record<GroupName, () => Promise<Finding[]>>> = {
    worker: () => checkWorkerProbes(browser, appUrl),
    view: () => checkViewProbes(browser, appUrl),
    bridge: () => checkForgedMessages(browser, tapped),
    hidden: () => checkHiddenFunctions(browser, tapped),
    permission: () => checkPermissions(browser, tapped),
    url: () => checkUrlForms(browser, appUrl),
    attack: () => checkAttacks(browser, appUrl, options.isQuiet === true),
  }
  const report = async (name: GroupName): Promise<Finding[]> => {
    // A group that cannot run is a failure of its own, and the others still run.
    const found = await run[name]().catch((error: unknown): Finding[] => [
      {
        id: name,
        verdict: 'failed',
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      },
    ])
    for (const finding of found) options.onFinding?.(finding)
    return found
  }
  try {
    // Each group has pages of its own, and mostly waits. Attacks hold the machine up, so they come when the others are done.
    const quiet = groups.filter((name) => name !== 'attack')
    const found = options.isOneByOne === true ? [] : await Promise.all(quiet.map(report))
    for (const name of options.isOneByOne === true ? groups : groups.filter((each) => each === 'attack')) {
      found.push(await report(name))
    }
    return found.flat()
  } finally {
    await proxy.close()
  }
}

export function countFindings(findings: readonly Finding[]): { passed: number; failed: number; skipped: number } {
  const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
}
