/** From saving a file to the page that shows it, in `banyan dev`: an app with one page for each component of a library, one of them open. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDevServer } from '@banyan/simulator'
import type { Browser, Page } from 'playwright-core'
import { settle } from './browser.ts'
import { writeProject } from './compile.ts'
import { type Summary, summarise } from './statistics.ts'

export interface EditResult {
  readonly kind: EditKind
  readonly shownMs: Summary
}

type EditKind = 'WXSS' | 'WXML' | 'JavaScript'

interface Edit {
  readonly kind: EditKind
  readonly extension: string
  source(turn: number, before: string): string
  /** An expression that holds in the page's document once the edit is there. */
  shown(turn: number): string
}

const edits: readonly Edit[] = [
  {
    kind: 'WXSS',
    extension: '.wxss',
    source: (turn) => `.mark { width: ${turn}px }\n`,
    shown: (turn) => `getComputedStyle(document.querySelector('.mark')).width === '${turn}px'`,
  },
  {
    kind: 'WXML',
    extension: '.wxml',
    source: (turn, before) => before.replace(/<view class="mark">.*$/s, `<view class="mark">${turn}:{{word}}</view>`),
    shown: (turn) => `document.querySelector('.mark').textContent.startsWith('${turn}:')`,
  },
  {
    kind: 'JavaScript',
    extension: '.js',
    source: (turn) => `Page({ data: { word: 'word ${turn}' } })\n`,
    shown: (turn) => `document.querySelector('.mark').textContent.endsWith(':word ${turn}')`,
  },
]

export async function measureEdits(browser: Browser, runs: number): Promise<EditResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-bench-edits-'))
  const [route = ''] = await writeProject(folder, 'tdesign-miniprogram', 'miniprogram_dist')
  const file = join(folder, route)
  await writeFile(`${file}.wxml`, `${await readFile(`${file}.wxml`, 'utf8')}<view class="mark">0:{{word}}</view>`)
  const server = await startDevServer({ root: folder, port: 0, hasSimulator: true })
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  try {
    await page.goto(`${server.url}${route}`)
    await waitUntil(page, edits[1]?.shown(0) ?? '')
    const results: EditResult[] = []
    for (const edit of edits) {
      const shown: number[] = []
      for (let turn = 1; turn <= runs; turn += 1) {
        await settle(page)
        const path = `${file}${edit.extension}`
        const source = edit.source(turn, await readFile(path, 'utf8').catch(() => ''))
        const savedAt = performance.now()
        await writeFile(path, source)
        await waitUntil(page, edit.shown(turn))
        shown.push(performance.now() - savedAt)
      }
      results.push({ kind: edit.kind, shownMs: summarise(shown) })
    }
    return results
  } finally {
    await page.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Frames come and go while code starts anew. */
async function waitUntil(page: Page, expression: string): Promise<void> {
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    for (const frame of page.frames()) if (await frame.evaluate<boolean>(expression).catch(() => false)) return
    await page.waitForTimeout(10)
  }
  throw new Error(`not shown within 30 s: ${expression}`)
}
