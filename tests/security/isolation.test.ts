/**
 * The app's worker and its page frames in a real browser: no network, no storage of the host, no way to run text as code. Each worker
 * probe is first shown to succeed where nothing protects.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type DevProcess, startDev } from '../support/dev-process.ts'
import { type ProbeResults, probeRunner, viewProbes, workerProbes } from '../support/isolation-probes.ts'
import { type LeakServer, startLeakServer } from '../support/leak-server.ts'
import { openApp } from '../support/phone.ts'

let browser: Browser
let app: { root: string; dev: DevProcess }
let appServer: LeakServer

beforeAll(async () => {
  browser = await launchBrowser()
  appServer = await startLeakServer()
  const root = await mkdtemp(join(tmpdir(), 'banyan-hostile-'))
  await writeApp(root, appServer.origin)
  app = { root, dev: await startDev(root) }
})
afterAll(async () => {
  await app?.dev.stop()
  await appServer?.close()
  await browser?.close()
  if (app) await rm(app.root, { recursive: true, force: true })
})

async function writeApp(root: string, attacker: string): Promise<void> {
  const files = {
    'app.json': JSON.stringify({ pages: ['pages/probe/probe'] }),
    'app.js': 'App({})',
    'pages/probe/probe.wxml': '<view class="results">{{results}}</view>',
    'pages/probe/probe.js': `
      const runProbes = ${probeRunner(workerProbes)}
      Page({
        data: { results: 'running' },
        onReady() { runProbes(${JSON.stringify(attacker)}).then((results) => this.setData({ results: JSON.stringify(results) })) },
      })`,
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), content)
  }
}

/** What the host keeps and an app must not read. */
async function plantSecrets(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.setItem('secret', 'planted')
    document.cookie = 'secret=planted; path=/'
    await new Promise((resolve) => {
      const request = indexedDB.open('secret')
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('secret'))
      request.addEventListener('success', resolve)
    })
    await (await caches.open('secret')).put('/secret', new Response('planted'))
    await (await navigator.storage.getDirectory()).getFileHandle('secret', { create: true })
    const channel = new BroadcastChannel('secret')
    channel.addEventListener('message', () => channel.postMessage('answer'))
    void navigator.locks.request('secret', () => new Promise(() => {}))
  })
}

/** Requests on their way have arrived when one that was sent after them has. */
async function letRequestsArrive(server: LeakServer): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${server.origin}/?probe=sentinel`)
  await page.reload()
  await context.close()
}

const gotten = (results: ProbeResults): string[] =>
  Object.entries(results).flatMap(([name, { got }]) => (got === undefined || got === '' ? [] : [`${name}: ${got}`]))

test('every worker probe succeeds in an unprotected worker', async () => {
  const server = await startLeakServer()
  onTestFinished(() => server.close())
  server.serve('/control.html', '<!doctype html><title>control</title>')
  server.serve(
    '/worker.js',
    `(${probeRunner(workerProbes)})(${JSON.stringify(server.origin)}).then((results) => new BroadcastChannel('results').postMessage(results))`,
  )
  const page = await (await browser.newContext()).newPage()
  onTestFinished(() => page.context().close())
  await page.goto(`${server.origin}/control.html`)
  await plantSecrets(page)
  const results = await page.evaluate(
    () =>
      new Promise<ProbeResults>((resolve) => {
        new BroadcastChannel('results').addEventListener('message', ({ data }: MessageEvent<ProbeResults>) =>
          resolve(data),
        )
        new Worker('/worker.js').addEventListener('error', (event) => resolve({ worker: { refused: event.message } }))
      }),
  )
  await letRequestsArrive(server)
  const silent = Object.keys(workerProbes).filter((name) => !results[name]?.got && !server.arrived.has(name))
  expect(silent).toEqual([])
  expect(Object.keys(results).length).toBeGreaterThanOrEqual(24)
})

test('no worker probe of an app reaches the network, the host or the evaluator', async () => {
  const phone = await openApp(browser, app.dev.url)
  onTestFinished(() => phone.close())
  await plantSecrets(phone.page)
  await phone.page.reload()
  await phone.waitForText('{"fetch"', 20_000)
  const results: ProbeResults = JSON.parse(await phone.text())
  await letRequestsArrive(appServer)
  expect(Object.keys(results).toSorted()).toEqual(Object.keys(workerProbes).toSorted())
  expect(gotten(results)).toEqual([])
  expect([...appServer.arrived].filter((name) => name !== 'sentinel')).toEqual([])
})

test('a page frame cannot load, send, read the host or leak by navigating itself', async () => {
  const server = await startLeakServer()
  onTestFinished(() => server.close())
  const phone = await openApp(browser, app.dev.url)
  onTestFinished(() => phone.close())
  await plantSecrets(phone.page)
  const frame = await phone.frame()
  // The frame's policy refuses text as code, so the probes are put in by the debugger.
  const { ownLocation = '', ...others } = viewProbes
  const results: ProbeResults = await frame.evaluate(`(${probeRunner(others)})(${JSON.stringify(server.origin)})`)
  const hostUrl = phone.page.url()
  await frame.evaluate(`(${probeRunner({ ownLocation })})(${JSON.stringify(server.origin)})`).catch(() => undefined)
  await letRequestsArrive(server)
  expect(gotten(results)).toEqual([])
  expect([...server.arrived].filter((name) => name !== 'sentinel')).toEqual([])
  expect(phone.page.url()).toBe(hostUrl)
})

test('every view probe succeeds in an unprotected page', async () => {
  const server = await startLeakServer()
  onTestFinished(() => server.close())
  server.serve('/control.html', '<!doctype html><title>control</title><body>')
  server.serve('/parent.html', '<!doctype html><title>control</title><iframe src="/control.html"></iframe>')
  // These navigate away and take the answers of the others with them.
  const { form = '', parentLocation = '', ownLocation = '', ...others } = viewProbes
  const groups = [others, { form }, { parentLocation }, { ownLocation }]
  const failing = (await Promise.all(groups.map((probes) => failuresOf(server, probes)))).flat()
  expect(failing).toEqual([])
})

async function failuresOf(server: LeakServer, probes: Readonly<Record<string, string>>): Promise<string[]> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${server.origin}/parent.html`)
  await plantSecrets(page)
  const frame = page.frames().find((each) => each.url().endsWith('/control.html'))
  const results: ProbeResults | undefined = await frame
    ?.evaluate<ProbeResults>(`(${probeRunner(probes)})(${JSON.stringify(server.origin)})`)
    .catch(() => undefined)
  await letRequestsArrive(server)
  await context.close()
  return Object.keys(probes).filter((name) => !results?.[name]?.got && !server.arrived.has(name))
}
