import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cache = fileURLToPath(new URL('../../node_modules/.cache/banyan/', import.meta.url))

export interface FrameworkApp {
  /** Also the folder of its sources in `tests/fixtures`, when it has one. */
  name: string
  dependencies: Readonly<Record<string, string>>
  /** Where a build leaves the mini-program. */
  output: string
  /** Given a folder with the sources and `node_modules`. */
  build(folder: string): Promise<void>
  /** Whatever else the build depends on. */
  recipe?: string
}

/** Builds the app once for each set of versions and sources, and returns the folder of its mini-program. */
export async function buildFrameworkApp(app: FrameworkApp): Promise<string> {
  const sources = fileURLToPath(new URL(`../fixtures/${app.name}/`, import.meta.url))
  const key = keyOf([app.dependencies, app.recipe, await contentOf(sources)])
  const folder = join(cache, `${app.name}-${key}`)
  if (await exists(join(folder, 'app.json'))) return folder
  const installed = await installPackages(app.name, app.dependencies)
  // Outside every `node_modules`: frameworks do not compile what lies in one.
  const work = await mkdtemp(join(tmpdir(), `banyan-${app.name}-`))
  try {
    if (await exists(sources)) await cp(sources, work, { recursive: true })
    await cp(join(installed, 'package.json'), join(work, 'package.json'))
    await symlink(join(installed, 'node_modules'), join(work, 'node_modules'))
    await app.build(work)
    await keep(join(work, app.output), folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return folder
}

/** A script of a framework under this Node. */
export async function runTool(folder: string, args: readonly string[]): Promise<void> {
  await run(process.execPath, args, { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } })
}

/** Once for each set of versions: a folder with `package.json` and `node_modules`. */
async function installPackages(name: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(cache, `${name}-packages-${keyOf(dependencies)}`)
  if (await exists(folder)) return folder
  const work = await mkdtemp(join(tmpdir(), `banyan-${name}-packages-`))
  try {
    await writeFile(join(work, 'package.json'), JSON.stringify({ private: true, dependencies }, null, 2))
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--legacy-peer-deps']
    await run('npm', ['install', ...options], { cwd: work })
    await keep(work, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return folder
}

/** Put in its place in one step: half of it is never taken for the whole. */
async function keep(from: string, folder: string): Promise<void> {
  const copy = `${folder}.${process.pid}`
  await mkdir(cache, { recursive: true })
  await cp(from, copy, { recursive: true, verbatimSymlinks: true })
  await rename(copy, folder)
}

async function contentOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.toSorted((a, b) => (a < b ? -1 : 1)).map((file) => readFile(file, 'utf8')))
}

function keyOf(recipe: unknown): string {
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 12)
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
