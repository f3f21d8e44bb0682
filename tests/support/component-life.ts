import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { routeOf, writeComponentApp } from './component-app.ts'
import type { ComponentApp, HarnessPage } from './component-app.ts'
import { startDev } from './dev-process.ts'
import type { DevProcess } from './dev-process.ts'
import { openApp } from './phone.ts'
import type { Phone } from './phone.ts'
import { sampleOf } from './sample.ts'

/** One page for a component: how it is used, what the page's data is, and what changes while it is shown. */
export interface ComponentCase {
  markup: string
  data?: Readonly<Record<string, unknown>>
  /** Handed to `setData` while the component is shown. */
  update?: Readonly<Record<string, unknown>>
  /** Text on the page after the update. */
  shows?: string
}

export interface LibraryPlace {
  package: string
  /** Where its components are, inside the package. */
  folder: string
  /** How its tags begin: `van` for `van-button`. A component in a folder of another has `_` in its tag: `van-calendar_header`. */
  prefix: string
  /** Its package is not made for npm in mini-programs: its documentation says to copy the folder into the app. */
  isCopied?: boolean
  /** The sheet that its documentation says to import in `app.wxss`. */
  appStyle?: string
}

export interface ComponentLibrary extends LibraryPlace {
  /** `npm test` lives through every so many of its components; through all of them when this is left out. */
  sampleStep?: number
  /** How many components this version has. */
  size: number
  /** Components that only others bring along: no page can name them. */
  inner?: readonly string[]
  /** A string is a markup over the usual data, in which `{{text}}` is shown. */
  cases: Readonly<Record<string, ComponentCase | string>>
}

const usualData = { n: 1, text: '文字', on: true, off: false, src: '/pixel.png' }
const usualUpdate = { n: 2, text: '新文字', on: false, off: true }
const tabs = 2
/** What comes late may also come while the next step is under way: its fault counts all the same. */
const settlingFrames = 4
const patienceMs = 15_000

/** Declares the tests of a library: its components mount, update and detach without a fault and leave no node behind. */
export function testComponentLibrary(library: ComponentLibrary): void {
  const cases = new Map(Object.entries(library.cases).map(([name, each]) => [name, caseOf(each)]))
  const lived = sampleOf([...cases], library.sampleStep ?? 1)
  let app: ComponentApp
  let dev: DevProcess
  let browser: Browser
  let files: ReadonlyMap<string, string>

  beforeAll(async () => {
    files = await componentFiles(library)
    const pages = new Map(lived.map(([name, each]) => [routeName(name), harnessOf(library, each, files)]))
    app = await writeLibraryApp(pages, [library])
    ;[dev, browser] = await Promise.all([startDev(app.root), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await dev?.stop()
    await app?.remove()
  })

  test('has a page for every component of the library', () => {
    expect(files.size).toBe(library.size)
    expect([...cases.keys(), ...(library.inner ?? [])].toSorted()).toEqual([...files.keys()].toSorted())
  })

  test('mounts, updates and detaches its components without a fault and leaves no node behind', async () => {
    const failures = new Map<string, string>()
    const half = Math.ceil(lived.length / tabs)
    async function work(mine: typeof lived): Promise<void> {
      let phone: Phone | undefined
      let isOnItsWay = false
      for (const [name, each] of mine) {
        const url = new URL(routeOf(routeName(name)), dev.url).href
        if (phone === undefined) phone = await openApp(browser, url)
        else if (!isOnItsWay) await phone.goto(url)
        const { faults } = phone
        const reason = await live(phone, each).then(
          () => faults.describe(),
          (error: unknown) => `${error instanceof Error ? error.message : String(error)}\n${faults.describe()}`,
        )
        if (reason !== '') failures.set(name, reason)
        // One app lives through page after page; only a page that failed is left by an address.
        isOnItsWay = reason === ''
        if (isOnItsWay) await phone.tap('.step')
      }
      await phone?.close()
    }
    await Promise.all(Array.from({ length: tabs }, (_, tab) => work(lived.slice(tab * half, (tab + 1) * half))))
    expect(Object.fromEntries(failures)).toEqual({})
  }, 400_000)
}

async function live(phone: Phone, each: ComponentCase): Promise<void> {
  await phone.waitForText('empty')
  const frame = await phone.frame()
  const box = await frame.locator('.step').boundingBox()
  if (box === null) throw new Error('nothing to touch')
  // Its text changes, its right edge stays.
  const finger = { x: box.x + box.width - 2, y: box.y + box.height / 2 }
  const before = await reach(frame, 'empty')
  const advance = async (phase: string, shows?: string) => {
    await phone.page.touchscreen.tap(finger.x, finger.y)
    return reach(frame, phase, shows)
  }
  expect(await advance('mounted'), 'shows nothing').toBeGreaterThan(before)
  await advance('updated', each.shows)
  expect(await advance('detached'), 'leaves nodes behind').toBe(before)
}

/** Waits inside the page for a phase of its life and for what follows; answers how many elements the page has then. */
function reach(frame: Frame, phase: string, shows = ''): Promise<number> {
  return frame.evaluate(
    async ({ wanted, text, frames, ms }) => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 16)))
      const isThere = () =>
        document.querySelector('.step')?.textContent === wanted && document.body.innerText.includes(text)
      const deadline = performance.now() + ms
      while (!isThere()) {
        if (performance.now() > deadline)
          throw new Error(`The page never was ${wanted} ${text}; it shows:\n${document.body.innerText.slice(0, 2000)}`)
        await nextFrame()
      }
      for (let frame = 0; frame < frames; frame++) await nextFrame()
      return document.body.querySelectorAll('*').length
    },
    { wanted: phase, text: shows, frames: phase === 'empty' ? 0 : settlingFrames, ms: patienceMs },
  )
}

function caseOf(each: ComponentCase | string): ComponentCase {
  if (typeof each !== 'string') return each
  return each.includes('{{text}}') ? { markup: each, shows: usualUpdate.text } : { markup: each }
}

function harnessOf(library: ComponentLibrary, each: ComponentCase, files: ReadonlyMap<string, string>): HarnessPage {
  return {
    using: componentsIn(each.markup, library, files),
    markup: each.markup,
    data: { ...usualData, ...each.data },
    update: { ...usualUpdate, ...each.update },
  }
}

export function writeLibraryApp(
  pages: ReadonlyMap<string, HarnessPage>,
  libraries: readonly LibraryPlace[],
): Promise<ComponentApp> {
  const copied = libraries.filter((library) => library.isCopied === true)
  return writeComponentApp(
    pages,
    libraries.filter((library) => !copied.includes(library)).map((library) => library.package),
    {
      copies: Object.fromEntries(copied.map((library) => [library.package, folderOf(library)])),
      style: libraries.map(({ appStyle }) => (appStyle === undefined ? '' : `@import '${appStyle}';\n`)).join(''),
    },
  )
}

/** `usingComponents` for a markup. */
export function componentsIn(
  markup: string,
  { package: name, prefix, isCopied = false }: LibraryPlace,
  files: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const tags = new Set([...markup.matchAll(new RegExp(`<${prefix}-([\\w-]+)`, 'g'))].map(([, tag]) => tag ?? ''))
  const using = [...tags].map((tag) => {
    const file = files.get(tag.replaceAll('_', '/'))
    if (file === undefined) throw new Error(`${name} has no component ${tag}`)
    return [`${prefix}-${tag}`, `${isCopied ? '/' : ''}${name}/${file}`]
  })
  return Object.fromEntries(using)
}

/** Name -> file without its ending: `cell/cell.json` and `cell/index.json` are both `cell`. */
export async function componentFiles(library: LibraryPlace): Promise<ReadonlyMap<string, string>> {
  const folder = folderOf(library)
  const found = new Map<string, string>()
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.json')) continue
    if (JSON.parse(await readFile(join(folder, file), 'utf8')).component !== true) continue
    const path = file.replace(/\.json$/, '')
    found.set(path.replace(/\/index$/, '').replace(/(^|\/)([^/]+)\/\2$/, '$1$2'), path)
  }
  return found
}

function folderOf(library: LibraryPlace): string {
  return join(import.meta.dirname, '../../node_modules', library.package, library.folder)
}

function routeName(name: string): string {
  return name.replaceAll('/', '_')
}
