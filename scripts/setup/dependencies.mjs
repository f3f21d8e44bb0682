import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.mjs'
import { root, tool } from './tools.mjs'
import { SetupError, say } from './voice.mjs'

/**
 * Installs what package-lock.json asks for, unless it stands already. Leaves a whole `node_modules` or says what failed.
 *
 * @returns {Promise<void>}
 */
export async function ensureDependencies() {
  if (areInstalled()) return
  say('installing packages from package-lock.json (about half a minute) ...')
  const npm = process.env['npm_execpath']
  const command = npm === undefined ? ['npm'] : [process.execPath, npm]
  const exitCode = await run([...command, 'ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    isProgress: true,
  })
  if (exitCode !== 0) {
    throw new SetupError('`npm ci` failed: see its message above, put it right and start again')
  }
  if (!existsSync(tool('node'))) {
    throw new SetupError(
      'npm did not run the install scripts that this project allows in package.json: is `ignore-scripts` set? (`npm config get ignore-scripts`)',
    )
  }
}

/** Compares the lock file with the copy that npm leaves in node_modules when an installation has come to its end. */
function areInstalled() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  const wanted = readLock(join(root, 'package-lock.json'))
  if (installed === undefined || wanted === undefined || !existsSync(tool('node'))) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.optional === true || entry.link === true) return true
    return installed[path]?.version === entry.version
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
