/** What is published to npm, made from this checkout and taken in by a folder elsewhere. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Makes `npm pack`'s archives of all published packages and returns their paths. */
export async function packPackages(folder: string): Promise<string[]> {
  const built = join(folder, 'packages')
  const archives = join(folder, 'archives')
  await run(process.execPath, [join(root, 'scripts/pack/main.ts'), built])
  await mkdir(archives, { recursive: true })
  const packages = (await readdir(built)).map((name) => join(built, name))
  await run('npm', ['pack', ...packages, '--pack-destination', archives, '--silent'])
  return (await readdir(archives)).map((name) => join(archives, name))
}

/** Installs archives without a registry: of other packages exactly those that they name are there, from this checkout. */
export async function installArchives(archives: readonly string[], project: string): Promise<void> {
  for (const archive of archives) {
    const name = /^banyan-(.+)-\d+\.\d+\.\d+\.tgz$/.exec(basename(archive))?.[1] ?? ''
    const folder = join(project, 'node_modules/@banyan', name)
    await mkdir(folder, { recursive: true })
    await run('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'])
    const manifest: { dependencies?: Record<string, string> } = JSON.parse(
      await readFile(join(folder, 'package.json'), 'utf8'),
    )
    for (const each of Object.keys(manifest.dependencies ?? {})) await linkPackage(each, join(folder, 'node_modules'))
  }
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
}

async function linkPackage(name: string, into: string): Promise<void> {
  const target = join(into, name)
  await mkdir(dirname(target), { recursive: true })
  await symlink(findPackage(name), target)
}

function findPackage(name: string): string {
  const places = ['', 'packages/simulator/', 'packages/compiler/', 'packages/runtime/', 'packages/cli/']
  const found = places.map((place) => join(root, place, 'node_modules', name)).find((folder) => existsSync(folder))
  if (found === undefined) throw new Error(`${name} is not installed.`)
  return found
}
