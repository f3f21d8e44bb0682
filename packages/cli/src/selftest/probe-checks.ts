/** The probe matrix: what a hostile worker and a page frame that has been taken over would try. Each is first shown to succeed unprotected. */
import { topFrame, waitFor, waitForText, type SelftestBrowser, type SelftestPage } from './browser.ts'
import { judge, type Finding } from './check.ts'
import { type LeakServer, startLeakServer } from './leak-server.ts'
import { probeRunner, viewProbes, workerProbes, type ProbeResults } from './probes.ts'

/** Runs in the host page; what it keeps there an app must not read. */
const plantSecrets = `(async () => {
  localStorage.setItem('secret', 'planted')
  document.cookie = 'secret=planted; path=/'
  await new Promise((resolve) => {
    const request = indexedDB.open('secret')
    request.onupgradeneeded = () => request.result.createObjectStore('secret')
    request.onsuccess = resolve
    request.onerror = resolve
  })
  await caches.open('secret').then((cache) => cache.put('/secret', new Response('planted'))).catch(() => {})
  await navigator.storage?.getDirectory?.().then((root) => root.getFileHandle('secret', { create: true })).catch(() => {})
  const channel = new BroadcastChannel('secret')
  channel.onmessage = () => channel.postMessage('answer')
  window.kept = channel
  navigator.locks?.request('secret', () => new Promise(() => {}))
  return true
})()`

export async function checkWorkerProbes(browser: SelftestBrowser, appUrl: string): Promise<Finding[]> {
  const control = await runWorkerControl(browser)
  const attacker = await startLeakServer()
  const page = await browser.openPage()
  try {
    await page.goto(`${appUrl}pages/idle/idle`)
    await page.inHost(plantSecrets)
    await page.goto(`${appUrl}pages/probe/probe?attacker=${encodeURIComponent(attacker.origin)}`)
    const text = await waitForText(page, 'probe={', 30_000)
    const results = parseResults(text.slice(text.indexOf('probe=') + 'probe='.length))
    await settle(page, attacker)
    return Object.keys(workerProbes).map((name) => verdictOf(`worker/${name}`, control.has(name), results, attacker))
  } finally {
    await page.close()
    await attacker.close()
  }
}

export async function checkViewProbes(browser: SelftestBrowser, appUrl: string): Promise<Finding[]> {
  const control = await runViewControl(browser)
  const attacker = await startLeakServer()
  const page = await browser.openPage()
  try {
    await page.goto(`${appUrl}pages/idle/idle`)
    await waitForText(page, 'idle=true')
    await page.inHost(plantSecrets)
    // The frame's policy refuses text as code, so the probes are put in by the debugger.
    const { ownLocation = '', ...others } = viewProbes
    const run = (probes: Readonly<Record<string, string>>) =>
      page.inFrame(topFrame, `(${probeRunner(probes)})(${JSON.stringify(attacker.origin)})`)
    const results = { ...asResults(await run(others)) }
    await run({ ownLocation }).catch(() => undefined)
    await settle(page, attacker)
    return Object.keys(viewProbes).map((name) => verdictOf(`view/${name}`, control.has(name), results, attacker))
  } finally {
    await page.close()
    await attacker.close()
  }
}

function verdictOf(id: string, worksUnprotected: boolean, results: ProbeResults, attacker: LeakServer): Finding {
  const name = id.slice(id.indexOf('/') + 1)
  const got = results[name]?.got ?? ''
  const leaks = [...(attacker.arrived.has(name) ? ['a request arrived'] : []), ...(got === '' ? [] : [`got ${got}`])]
  if (leaks.length > 0) return judge(id, false, leaks.join(', '))
  // A probe that fails where nothing protects shows nothing.
  return worksUnprotected
    ? judge(id, true, '')
    : { id, verdict: 'skipped', detail: 'not possible in this engine at all' }
}

/** Names of the probes that succeed in a plain worker of the attacker's own page. */
async function runWorkerControl(browser: SelftestBrowser): Promise<ReadonlySet<string>> {
  const server = await startLeakServer()
  const page = await browser.openPage()
  try {
    server.serve('/control.html', '<!doctype html><title>control</title><body>')
    server.serve(
      '/worker.js',
      `(${probeRunner(workerProbes)})(${JSON.stringify(server.origin)}).then((results) => new BroadcastChannel('results').postMessage(results))`,
    )
    await page.goto(`${server.origin}/control.html`)
    await page.inHost(plantSecrets)
    await page.inHost(
      `(window.results = new BroadcastChannel('results'), window.results.onmessage = ({ data }) => { window.heard = data }, window.attack = new Worker('/worker.js'), true)`,
    )
    const heard = await waitFor(
      () => page.inHost('window.heard ?? null'),
      (value) => value !== null,
    )
    await settle(page, server)
    return succeeded(workerProbes, asResults(heard), server)
  } finally {
    await page.close()
    await server.close()
  }
}

/** In a frame of its own origin on the attacker's page; those that navigate away take the answers of the others with them. */
async function runViewControl(browser: SelftestBrowser): Promise<ReadonlySet<string>> {
  const server = await startLeakServer()
  server.serve('/control.html', '<!doctype html><title>control</title><body>')
  server.serve('/parent.html', '<!doctype html><title>control</title><iframe src="/control.html"></iframe>')
  const { form = '', parentLocation = '', ownLocation = '', ...others } = viewProbes
  const names = new Set<string>()
  try {
    for (const probes of [others, { form }, { parentLocation }, { ownLocation }]) {
      const page = await browser.openPage()
      await page.goto(`${server.origin}/parent.html`)
      await page.inHost(plantSecrets)
      const results = await page
        .inFrame('iframe', `(${probeRunner(probes)})(${JSON.stringify(server.origin)})`)
        .catch(() => undefined)
      await settle(page, server)
      for (const name of succeeded(probes, asResults(results), server)) names.add(name)
      await page.close()
    }
    return names
  } finally {
    await server.close()
  }
}

function succeeded(probes: Readonly<Record<string, string>>, results: ProbeResults, server: LeakServer): Set<string> {
  return new Set(Object.keys(probes).filter((name) => (results[name]?.got ?? '') !== '' || server.arrived.has(name)))
}

/**
 * Requests on their way have arrived when one that was sent after them has. Whether the page gets its answer does not matter: where a probe
 * has navigated, some drivers wait half a minute for that.
 */
async function settle(page: SelftestPage, server: LeakServer): Promise<void> {
  for (const sentinel of ['sentinel-first', 'sentinel-second']) {
    const hasArrived = () => Promise.resolve(server.arrived.has(sentinel))
    for (let tries = 0; tries < 3; tries += 1) {
      // A probe that navigates may still be at it.
      page.goto(`${server.origin}/?probe=${sentinel}`).catch(() => undefined)
      if (await waitFor(hasArrived, Boolean, 2000)) break
    }
  }
}

function asResults(value: unknown): ProbeResults {
  return typeof value === 'object' && value !== null ? Object.assign(Object.create(null), value) : {}
}

function parseResults(text: string): ProbeResults {
  try {
    return asResults(JSON.parse(text))
  } catch {
    throw new Error(`the probes gave no results: ${text.slice(0, 200)}`)
  }
}
