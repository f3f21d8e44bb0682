import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface HarnessPage {
  /** Tag -> component, as in `usingComponents`. */
  using: Readonly<Record<string, string>>
  markup: string
  data: Readonly<Record<string, unknown>>
  update: Readonly<Record<string, unknown>>
  /** Further members of the page, as they stand in its script. */
  methods?: string
}

export interface ComponentApp {
  root: string
  remove(): Promise<void>
}

export interface AppExtras {
  /** Folder of the app -> folder that is copied there. */
  copies?: Readonly<Record<string, string>>
  /** `app.wxss` */
  style?: string
}

/** A transparent picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
  'base64',
)

/**
 * Writes a mini-program with one page for each case. Tapping `.step` leads a page through its life: empty, mounted, updated, detached;
 * the step's text says where it is. One more tap leads to the next page. Whatever a component tells `bind:…="tell"` is in `{{told}}`. `packages` are linked from this repository's `node_modules`.
 */
export async function writeComponentApp(
  pages: ReadonlyMap<string, HarnessPage>,
  packages: readonly string[],
  { copies = {}, style = '' }: AppExtras = {},
): Promise<ComponentApp> {
  const root = await mkdtemp(join(tmpdir(), 'banyan-components-'))
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), content)
  }
  for (const name of packages) {
    const link = join(root, 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(join(import.meta.dirname, '../../node_modules', name), link)
  }
  for (const [name, folder] of Object.entries(copies)) await cp(folder, join(root, name), { recursive: true })
  await write('package.json', JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '*'])) }))
  await write('app.json', JSON.stringify({ pages: [...pages.keys()].map(routeOf) }))
  await write('app.js', 'App({})')
  await write('app.wxss', style)
  await write('pixel.png', pixel)
  const names = [...pages.keys()]
  for (const [index, [name, page]] of [...pages].entries()) {
    const file = routeOf(name)
    const next = routeOf(names[(index + 1) % names.length] ?? name)
    await write(`${file}.json`, JSON.stringify({ usingComponents: page.using }))
    await write(`${file}.js`, pageScript(page, next))
    await write(
      `${file}.wxml`,
      `<view class="step" style="position: fixed; z-index: 999999; top: 0; right: 0" bindtap="step">{{phase}}</view><block wx:if="{{isShown}}">${page.markup}</block>`,
    )
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) }
}

export function routeOf(name: string): string {
  return `pages/${name}/index`
}

function pageScript({ data, update, methods = '' }: HarnessPage, next: string): string {
  return `
const changes = {
  empty: [{ isShown: true }, 'mounted'],
  mounted: [${JSON.stringify(update)}, 'updated'],
  updated: [{ isShown: false }, 'detached'],
}
Page({
  data: { isShown: false, phase: 'empty', ...${JSON.stringify(data)} },
  step() {
    if (this.data.phase === 'detached') return wx.reLaunch({ url: '/${next}' })
    const [change, phase] = changes[this.data.phase]
    this.setData(change, () => this.setData({ phase }))
  },
  tell({ type, detail }) {
    this.setData({ told: type + ' ' + JSON.stringify(detail) })
  },
  ${methods}
})
`
}
