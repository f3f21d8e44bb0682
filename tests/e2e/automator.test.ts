/** WeChat's own `miniprogram-automator`, unmodified, as existing end-to-end tests of mini-programs use it. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import automator from 'miniprogram-automator'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { automationApp } from '../support/automation-app.ts'
import { startDev, type DevProcess } from '../support/dev-process.ts'

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>

let folder: string
let dev: DevProcess
let app: MiniProgram
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-automator-'))
  for (const [path, text] of Object.entries(automationApp)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  dev = await startDev(folder, ['--simulator', '--auto-port', '0'])
  const wsEndpoint = await vi.waitFor(() => readEndpoint(dev.output()), { timeout: 60_000 })
  app = await automator.connect({ wsEndpoint })
  page = await reLaunch('/pages/home/home')
})
afterAll(async () => {
  app?.disconnect()
  await dev?.stop()
  await rm(folder, { recursive: true, force: true })
})

function readEndpoint(output: string): string {
  const [, endpoint] = /^auto (ws:\S+)/m.exec(output) ?? []
  if (endpoint === undefined) throw new Error(`no automation interface yet:\n${output}`)
  return endpoint
}

async function reLaunch(url: string): Promise<Page> {
  const opened = await app.reLaunch(url)
  if (opened === undefined) throw new Error(`${url} did not open`)
  return opened
}
async function find(selector: string) {
  const element = await page.$(selector)
  if (element === null) throw new Error(`${selector} is not there`)
  return element
}
const log = async (): Promise<unknown> => (await find('.log')).text()

describe('MiniProgram', () => {
  it('calls, replaces and gives back functions of wx', async () => {
    expect(await app.systemInfo()).toMatchObject({ windowWidth: 390 })
    await app.callWxMethod('setStorage', { key: 'k', data: 5 })
    expect(await app.callWxMethod('getStorageSync', 'k')).toBe(5)
    await app.mockWxMethod('getStorageSync', 'fixed')
    expect(await app.callWxMethod('getStorageSync', 'k')).toBe('fixed')
    await app.mockWxMethod('getStorageSync', (key: string, more: string) => key + more, '!')
    expect(await app.callWxMethod('getStorageSync', 'k')).toBe('k!')
    await app.restoreWxMethod('getStorageSync')
    expect(await app.callWxMethod('getStorageSync', 'k')).toBe(5)
    await app.mockWxMethod('showModal', { confirm: true, cancel: false })
    expect(await app.callWxMethod('showModal', { title: 't' })).toMatchObject({ confirm: true })
    await app.restoreWxMethod('showModal')
  })

  it('runs code in the app, and is called by it', async () => {
    // The client sends the text of the function.
    expect(await app.evaluate('function (n) { return getApp().globalData.name + n }', 1)).toBe('automation1')
    const heard = new Promise((resolve) => void app.exposeFunction('tellTest', resolve))
    await expect.poll(() => app.evaluate('function () { return typeof tellTest }')).toBe('function')
    await app.evaluate('function () { tellTest(42) }')
    expect(await heard).toBe(42)
  })

  it('hears the console and uncaught errors', async () => {
    const said = new Promise((resolve) => app.on('console', resolve))
    const thrown = new Promise((resolve) => app.on('exception', resolve))
    await app.evaluate(`function () { console.log('hello', 1); setTimeout(function () { throw new Error('boom') }) }`)
    expect(await said).toMatchObject({ type: 'log', args: ['hello', 1] })
    expect(await thrown).toMatchObject({ message: expect.stringContaining('boom') })
  })

  it('scrolls and takes pictures', async () => {
    await app.pageScrollTo(300)
    await expect.poll(() => page.scrollTop()).toBe(300)
    const png = Buffer.from(String(await app.screenshot()), 'base64')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // Not into the project, which would be built anew.
    const file = join(tmpdir(), `banyan-automator-${process.pid}.png`)
    await app.screenshot({ path: file })
    expect((await readFile(file)).subarray(1, 4).toString()).toBe('PNG')
    await rm(file)
  })
})

describe('Page', () => {
  it('has data, methods, a size and elements', async () => {
    expect(await page.data('list[1].n')).toBe(2)
    await page.setData({ taps: 9 })
    expect(await (await find('.box')).text()).toBe('box 9')
    expect(await page.callMethod('add', 2, 3)).toBe(5)
    expect(await page.size()).toMatchObject({ width: 390, height: expect.any(Number) })
    expect(await page.$$('switch')).toHaveLength(1)
    expect(await page.$('.nothing')).toBeNull()
    await page.waitFor('.box')
    await page.waitFor(10)
    await page.waitFor(async () => (await page.data('taps')) === 9)
    await expect(page.callMethod('notThere')).rejects.toThrow('notThere')
  })
})

describe('Element', () => {
  it('tells what it is and how it looks', async () => {
    await page.setData({ taps: 0 })
    const box = await find('.box')
    expect(box.tagName).toBe('view')
    expect(await box.size()).toEqual({ width: 100, height: 40 })
    expect(await box.offset()).toMatchObject({ left: 0, top: expect.any(Number) })
    expect(await box.attribute('class')).toBe('box')
    expect(await box.style('color')).toBe('rgb(255, 0, 0)')
    expect(await box.wxml()).toContain('box 0')
    expect(await box.outerWxml()).toMatch(/^<view class="box"/)
    expect(await (await find('.name')).value()).toBe('Li')
    expect(await (await find('.slide')).property('max')).toBe(80)
  })

  it('is touched', async () => {
    await page.setData({ taps: 0, log: '' })
    const box = await find('.box')
    await box.tap()
    await expect.poll(() => box.text()).toBe('box 1')
    await box.longpress()
    await expect.poll(log).toBe('pressedtouchend')
    await page.setData({ log: '' })
    const touches = [{ identifier: 0, pageX: 5, pageY: 5 }]
    await box.touchstart({ touches, changeTouches: touches })
    await box.touchmove({ touches, changeTouches: touches })
    await box.touchend({ touches: [], changeTouches: touches })
    await expect.poll(log).toBe('touchstart touchmove touchend')
    await box.trigger('tap', {})
    await expect.poll(() => box.text()).toBe('box 2')
  })

  it.each([
    ['.name', 'input', ['Wang'], 'typed Wang'],
    ['.note', 'input', ['long text'], 'typed long text'],
    ['.on', 'tap', [], 'change true'],
    ['.slide', 'slideTo', [30], 'change 30'],
    ['.swipe', 'swipeTo', [1], 'change 1'],
  ])('%s answers %s', async (selector, method, args, heard) => {
    const element: object = await find(selector)
    await Reflect.apply(Reflect.get(element, method), element, args)
    await expect.poll(log).toBe(heard)
  })

  it('scrolls and moves', async () => {
    const scroll: object = await find('.scroll')
    const call = (element: object, method: string, ...args: unknown[]): Promise<unknown> =>
      Reflect.apply(Reflect.get(element, method), element, args)
    expect(await call(scroll, 'scrollWidth')).toBe(900)
    await call(scroll, 'scrollTo', 50, 0)
    await expect.poll(() => call(scroll, 'property', 'scrollLeft')).toBe(50)
    const handle: object = await find('.handle')
    await call(handle, 'moveTo', 30, 40)
    await expect.poll(() => call(handle, 'property', 'x')).toBe(30)
  })

  it('is a component with data and methods of its own', async () => {
    const counter: object = await find('#counter')
    const call = (method: string, ...args: unknown[]): Promise<unknown> =>
      Reflect.apply(Reflect.get(counter, method), counter, args)
    expect(await call('callMethod', 'add', 3)).toBe(6)
    expect(await call('data', 'n')).toBe(6)
    await call('setData', { n: 1 })
    const inner = await call('$', '.inner')
    expect(inner).toMatchObject({ tagName: 'view' })
  })
})

it('goes from page to page', async () => {
  expect((await app.navigateTo('/pages/more/more?q=7'))?.path).toBe('pages/more/more')
  expect((await app.pageStack()).map(({ path }) => path)).toEqual(['pages/home/home', 'pages/more/more'])
  expect((await app.currentPage())?.query).toEqual({ q: '7' })
  expect((await app.redirectTo('/pages/more/more?q=8'))?.query).toEqual({ q: '8' })
  expect((await app.navigateBack())?.path).toBe('pages/home/home')
  expect((await app.switchTab('/pages/tab/tab'))?.path).toBe('pages/tab/tab')
})

it('launches a project by the command line of the tools', async () => {
  const cli = fileURLToPath(new URL('../../packages/cli/bin/banyan.mjs', import.meta.url))
  const launcher = join(folder, 'cli.sh')
  await writeFile(launcher, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 })
  const launched = await automator.launch({ cliPath: launcher, projectPath: folder, timeout: 60_000 })
  expect((await launched.currentPage())?.path).toBe('pages/home/home')
  await launched.close()
})
