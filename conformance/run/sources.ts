/** Cases as source files of mini-programs: one app for the cases of a file, and one for each case that brings its own. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createCompiler, type Build } from '@banyan/compiler'
import type { Case } from '../case.ts'
import { bluePng, redPng } from './pictures.ts'

export interface CaseApp {
  cases: readonly Case[]
  files: Readonly<Record<string, string | Uint8Array>>
}

/** Folder of a case from the root of its app, with a slash; the root itself when the app is its own. */
export function folderOf({ id, app }: Case): string {
  return app === undefined ? `${id}/` : ''
}

export function appsOf(cases: readonly Case[]): CaseApp[] {
  const shared = cases.filter(({ app }) => app === undefined)
  const own = cases.filter(({ app }) => app !== undefined).map((each) => writeApp([each]))
  return shared.length === 0 ? own : [writeApp(shared), ...own]
}

/** `socketOrigin` stands for `$SOCKET` in the sources. */
export async function compileCases({ files }: CaseApp, socketOrigin = 'wss://127.0.0.1:1'): Promise<Build> {
  const root = await mkdtemp(join(tmpdir(), 'banyan-case-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      const written = typeof content === 'string' ? content.replaceAll('$SOCKET', socketOrigin) : content
      await writeFile(join(root, path), written)
    }
    return await createCompiler({ root, mode: 'development' }).build()
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function writeApp(cases: readonly Case[]): CaseApp {
  const files: Record<string, string | Uint8Array> = { 'img/red.png': redPng, 'img/blue.png': bluePng }
  const routes: string[] = []
  for (const each of cases) {
    const folder = folderOf(each)
    const sources: Record<string, string> = {
      'index.wxml': each.wxml,
      'index.js': each.js ?? 'Page({})',
      'index.wxss': each.wxss ?? '',
      'index.json': JSON.stringify(each.json ?? {}),
      ...each.files,
    }
    for (const [path, content] of Object.entries(sources)) files[folder + path] = finish(path, content, folder)
    routes.push(...['index', ...(each.pages ?? [])].map((page) => folder + page))
  }
  const own = cases[0]?.app
  files['app.json'] = finish('app.json', JSON.stringify({ pages: routes, ...own?.json }), '')
  files['app.js'] = finish('app.js', own?.js ?? 'App({})', '')
  files['app.wxss'] = own?.wxss ?? ''
  return { cases, files }
}

/** On one line, so that the lines of a script keep their numbers. */
const logFunction =
  "const log = (...values) => console.info('[case] ' + values.map((value) => typeof value === 'string' ? value : value instanceof Error ? String(value) : JSON.stringify(value) ?? String(value)).join(' ')); "

function finish(path: string, content: string, folder: string): string {
  const text = content
    .replaceAll('$ROOT', folder === '' ? '' : `/${folder.slice(0, -1)}`)
    .replaceAll('$PNG', `data:image/png;base64,${redPng.toString('base64')}`)
  return /\.[jt]s$/.test(path) && /\blog\b/.test(text) ? logFunction + text : text
}
