/** The bridge as an attacker with the app's own port would use it: forged messages, functions that no table names, functions without consent. */
import { bridgeFunctions, bridgeScopes } from '@banyan/contract/wx-api/bridge'
import { waitFor, waitForText, type SelftestBrowser, type SelftestPage } from './browser.ts'
import { judge, type Finding } from './check.ts'

const forgedCount = 10_000
/** Below the rate at which the host refuses. */
const batch = 500

/** Writes messages from a seed: right and wrong types, names, ids, sizes, and claims to be another app. Runs in the host page. */
const forger = `((seed, count, names) => {
  let state = seed
  const random = () => { state = (state + 0x6d2b79f5) | 0; let t = Math.imul(state ^ (state >>> 15), 1 | state); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296 }
  const pick = (list) => list[Math.floor(random() * list.length)]
  const circle = {}; circle.self = circle
  const deep = () => { let value = 'end'; for (let n = 0; n < 200; n += 1) value = { value }; return value }
  const values = [undefined, null, true, -1, NaN, 1e309, 2 ** 53, '', 'x'.repeat(20000), '__proto__', [], {}, circle, new Date(0), /x/, new Map([[1, 2]]), 10n, new ArrayBuffer(8), new Blob(['x'])]
  const value = () => random() < 0.03 ? deep() : pick(values)
  const types = ['call', 'call', 'call', 'call', 'callSignal', 'route', 'appFault', 'console', 'pong', 'pageReady', 'loadPackage', 'ready', 'answer', 'start', 'package', 'hostEvent', 'appHide', '__proto__', 'constructor', 7, null]
  const claims = { appId: 'by0000000000000000', uid: 1, origin: location.origin, isPrivileged: true, permissions: { 'scope.userLocation': true }, version: '9.9.9' }
  for (let n = 0; n < count; n += 1) {
    const message = random() < 0.05 ? value() : {
      ...(random() < 0.5 ? claims : {}),
      type: pick(types),
      id: random() < 0.8 ? 1e9 + Math.floor(random() * 1e6) : value(),
      name: random() < 0.8 ? pick(names) : value(),
      pageId: random() < 0.5 ? pick([0, 1, 2, 99, 4294967296]) : value(),
      params: random() < 0.5 ? { ...claims, [pick(names)]: 'x', url: '/pages/hidden/hidden', path: value() } : value(),
      requestId: random() < 0.5 ? n : value(),
      openType: pick(['navigateTo', 'reLaunch', 'appLaunch', '__proto__', 'close']),
      route: pick(['pages/hidden/hidden', '../../console', 'pages/none/none', '__proto__']),
      signal: pick(['abort', 'close', '__proto__']), value: value(), level: pick(['log', 'error', 'constructor']), args: value(),
      kind: pick(['error', 'toString']), message: value(), root: pick(['', 'x/', '__proto__']),
    }
    try { banyanWorker().forge(message) } catch {}
  }
  return true
})`

const prototypeNames = [
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['prototype', 'name', 'length', 'apply', 'call', 'bind', 'then', 'caller', 'arguments'],
]

/** What an attacker would guess: other spellings of what there is. */
function nearNames(): string[] {
  return bridgeFunctions.flatMap((name) => [`${name}Sync`, `_${name}`, name.toUpperCase(), `${name} `, `wx.${name}`])
}

export async function checkForgedMessages(browser: SelftestBrowser, appUrl: string): Promise<Finding[]> {
  const page = await openTapped(browser, appUrl)
  try {
    const guarded = Object.keys(bridgeScopes)
    const names = JSON.stringify([...prototypeNames, ...nearNames().slice(0, 200), ...guarded])
    for (let sent = 0; sent < forgedCount; sent += batch) {
      await page.inHost(`(${forger})(${sent + 1}, ${batch}, ${names})`)
      await pause(400)
    }
    // What chance may not have sent in the right order.
    for (const openType of ['navigateTo', 'redirectTo', 'reLaunch']) {
      const forged = JSON.stringify({ type: 'route', requestId: 1, openType, route: 'pages/hidden/hidden' })
      await page.inHost(`banyanWorker().forge(${forged})`)
    }
    await pause(1500)
    const granted = await answersOf(page, 'ok === true')
    const faults = await page.inHost('banyanFaults')
    const route = await page.inHost('location.pathname')
    await page.inHost(call(2e9, 'setNavigationBarTitle', { title: 'alive' }))
    const alive = await waitFor(
      () => page.inHost('banyanWorker().answers.some(({ id, ok }) => id === 2e9 && ok)'),
      (value) => value === true,
      10_000,
    )
    return [
      judge('bridge/forged-privileged', granted.length === 0, `answered: ${granted.join(', ')}`),
      judge('bridge/forged-faults', Array.isArray(faults) && faults.length === 0, faults),
      judge('bridge/forged-place', !String(route).includes('hidden') && !String(route).includes('console'), route),
      judge('bridge/forged-alive', alive === true, 'the host no longer answers the app'),
    ]
  } finally {
    await page.close()
  }
}

/** Every word of the runtime's own files as a function's name: only what the contract names may be found. */
export async function checkHiddenFunctions(browser: SelftestBrowser, appUrl: string): Promise<Finding[]> {
  const page = await openTapped(browser, appUrl)
  try {
    const words = await page.inHost(`(async () => {
      const boot = JSON.parse(document.getElementById('banyan-boot').textContent)
      const urls = [boot.runtime.logicUrl, boot.runtime.logicLaterUrl, boot.runtime.viewUrl, document.getElementById('banyan-host').src]
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /later-[0-9a-f]+\\.js$/.test(name))
      const texts = await Promise.all([...new Set([...urls, ...loaded])].map(async (url) => (await fetch(url)).text()))
      return [...new Set(texts.join('\\n').match(/[A-Za-z_$][\\w$]{2,39}/g))]
    })()`)
    const known = new Set(bridgeFunctions)
    const names = [...new Set([...strings(words), ...prototypeNames, ...nearNames()])].filter(
      (name) => !known.has(name),
    )
    for (let start = 0; start < names.length; start += batch) {
      const part = JSON.stringify(names.slice(start, start + batch))
      await page.inHost(
        `${part}.forEach((name, index) => banyanWorker().forge({ type: 'call', id: 1e9 + ${start} + index, name, pageId: 1, params: {} }))`,
      )
      await pause(400)
    }
    await waitFor(
      () => page.inHost('banyanWorker().answers.length'),
      (count) => Number(count) >= names.length,
      15_000,
    )
    const answered = await answersOf(page, 'ok || !/not supported|frequency limit|too many calls/.test(value.errMsg)')
    return [
      judge('bridge/hidden-functions', answered.length === 0, `answered: ${answered.slice(0, 20).join(', ')}`),
      judge('bridge/hidden-names-tried', names.length > 2000, `only ${names.length} names were tried`),
    ]
  } finally {
    await page.close()
  }
}

/** Each function that needs a scope, in each state of that scope. */
export async function checkPermissions(browser: SelftestBrowser, appUrl: string): Promise<Finding[]> {
  const findings: Finding[] = []
  const states = { undecided: {}, denied: false, granted: true, revoked: true } as const
  for (const [state, value] of Object.entries(states)) {
    const page = await openTapped(browser, appUrl)
    try {
      if (typeof value === 'boolean') {
        const book = Object.fromEntries(Object.values(bridgeScopes).map((scope) => [scope, value]))
        await page.inHost(
          `localStorage.setItem('banyan:permissions:' + JSON.parse(document.getElementById('banyan-boot').textContent).appId, ${JSON.stringify(JSON.stringify(book))})`,
        )
        await openIdle(page, appUrl)
      }
      if (state === 'revoked') await revokeAll(page)
      let id = 3e9
      for (const [name] of Object.entries(bridgeScopes)) {
        id += 1
        findings.push(await checkPermission(page, { id, name, state }))
      }
    } finally {
      await page.close()
    }
  }
  return findings
}

async function checkPermission(
  page: SelftestPage,
  { id, name, state }: { id: number; name: string; state: string },
): Promise<Finding> {
  const check = `permission/${name}-${state}`
  await page.inHost(call(id, name, {}))
  const answer = () => page.inHost(`banyanWorker().answers.find(({ id }) => id === ${id})?.value?.errMsg ?? ''`)
  if (state === 'denied' || state === 'revoked') {
    const text = String(await waitFor(answer, (seen) => seen !== '', 10_000))
    return judge(check, text.includes('auth deny'), `answered: ${text}`)
  }
  const hasSheet = () => page.inHost(`document.querySelector('.sheet[role=dialog]') !== null`)
  if (state === 'granted') {
    await pause(500)
    const text = String(await answer())
    // A browser may have its own word about positions.
    return judge(check, !text.includes('auth deny') || name.includes('Location'), text)
  }
  // Nothing happens before the user has answered; a refusal is final.
  const [isAsked, early] = await waitFor(
    async () => [await hasSheet(), String(await answer())] as const,
    ([isThere, text]) => isThere === true || text !== '',
    10_000,
  )
  await page.inHost(`document.querySelector('.sheet[role=dialog] .row button')?.click()`)
  const text = String(await waitFor(answer, (seen) => seen !== '', 10_000))
  // A scope that was refused for one function is refused for the next without a question.
  const wasAsked = isAsked === true && early === ''
  return judge(check, text.includes('auth deny') && (wasAsked || early.includes('auth deny')), `${early} ${text}`)
}

/** The user takes everything back in the settings, while the app runs. */
async function revokeAll(page: SelftestPage): Promise<void> {
  await page.inHost(call(5e9, 'openSetting', {}))
  const switches = `[...document.querySelectorAll('.sheet[role=dialog] input[role=switch]')]`
  await waitFor(
    () => page.inHost(`${switches}.length`),
    (count) => Number(count) > 0,
  )
  await page.inHost(`(${switches}.filter(({ checked }) => checked).forEach((each) => each.click()), true)`)
  await page.inHost(`(document.querySelector('.sheet[role=dialog] .cancel').click(), true)`)
}

async function openTapped(browser: SelftestBrowser, appUrl: string): Promise<SelftestPage> {
  const page = await browser.openPage()
  await openIdle(page, appUrl)
  return page
}

async function openIdle(page: SelftestPage, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}pages/idle/idle`)
  await waitForText(page, 'idle=true')
  // Then the later part of the host is there, and with it all functions.
  await page.inHost(call(4e9, 'getNetworkType', {}))
  await waitFor(
    () => page.inHost('banyanWorker().answers.some(({ id }) => id === 4e9)'),
    (seen) => seen === true,
  )
}

function call(id: number, name: string, params: unknown): string {
  return `(banyanWorker().forge(${JSON.stringify({ type: 'call', id, name, pageId: 1, params })}), true)`
}

async function answersOf(page: SelftestPage, condition: string): Promise<string[]> {
  return strings(
    await page.inHost(
      `banyanWorker().answers.filter(({ id, ok, value }) => id < 2e9 && (${condition})).slice(0, 50).map(({ ok, value }) => ok + ' ' + (value?.errMsg ?? JSON.stringify(value)))`,
    ),
  )
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
