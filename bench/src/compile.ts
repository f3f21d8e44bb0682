/** Compile time of two well-known component libraries: a generated app in which one page uses each component. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createCompiler } from '@banyan/compiler'
import { type Summary, summarise } from './statistics.ts'

export interface CompileResult {
  readonly library: string
  readonly pageCount: number
  readonly firstMs: Summary
  /** After one character of one page has changed. */
  readonly againMs: Summary
  readonly errorCount: number
}

export async function measureCompile(
  packageName: string,
  componentFolder: string,
  runs: number,
): Promise<CompileResult> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-bench-compile-'))
  const pages = await writeProject(folder, packageName, componentFolder)
  const first: number[] = []
  const again: number[] = []
  let errorCount = 0
  for (let index = 0; index < runs; index += 1) {
    const compiler = createCompiler({ root: folder, mode: 'production' })
    let startedAt = performance.now()
    const build = await compiler.build()
    first.push(performance.now() - startedAt)
    errorCount = build.diagnostics.filter(({ severity }) => severity === 'error').length
    const page = join(folder, `${pages[0]}.wxml`)
    await writeFile(page, `${await readFile(page, 'utf8')}<view>${index}</view>`)
    startedAt = performance.now()
    await compiler.build()
    again.push(performance.now() - startedAt)
  }
  await rm(folder, { recursive: true, force: true })
  const summary = { firstMs: summarise(first), againMs: summarise(again) }
  return { library: packageName, pageCount: pages.length, ...summary, errorCount }
}

/** Returns the routes of its pages. */
export async function writeProject(
  folder: string,
  packageName: string,
  componentFolder: string,
): Promise<readonly string[]> {
  const source = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`))
  await cp(source, join(folder, 'node_modules', packageName), { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ dependencies: { [packageName]: '*' } }))
  const components = await listComponents(join(source, componentFolder))
  const pages = components.map((name) => `pages/${name}/${name}`)
  await writeFile(join(folder, 'app.json'), JSON.stringify({ pages, sitemapLocation: undefined }))
  await writeFile(join(folder, 'app.js'), 'App({})\n')
  await writeFile(
    join(folder, 'project.config.json'),
    JSON.stringify({ appid: 'touristappid', compileType: 'miniprogram' }),
  )
  for (const [index, name] of components.entries()) {
    const page = join(folder, pages[index] ?? '')
    await mkdir(dirname(page), { recursive: true })
    await writeFile(`${page}.js`, 'Page({})\n')
    await writeFile(
      `${page}.json`,
      JSON.stringify({
        usingComponents: {
          [`x-${name}`]: `${packageName}/${name}/${await mainFile(join(source, componentFolder, name), name)}`,
        },
      }),
    )
    await writeFile(`${page}.wxml`, `<x-${name}>${name}</x-${name}>`)
  }
  return pages
}

async function listComponents(folder: string): Promise<readonly string[]> {
  const names: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && (await mainFile(join(folder, entry.name), entry.name)) !== undefined)
      names.push(entry.name)
  }
  return names.toSorted()
}

/** Without its extension: `index` in one library, the component's own name in the other. */
async function mainFile(folder: string, name: string): Promise<string | undefined> {
  for (const file of ['index', name]) {
    const text = await readFile(join(folder, `${file}.json`), 'utf8').catch(() => '')
    if (/"component"\s*:\s*true/.test(text)) return file
  }
  return undefined
}
