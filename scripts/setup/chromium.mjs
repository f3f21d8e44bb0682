import { existsSync } from 'node:fs'
import { run } from './command.mjs'
import { SetupError, say } from './voice.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const packages = ['chromium', 'fonts-noto-cjk']

/**
 * Finds the browser of the tests, or installs it with Debian's package manager.
 *
 * @returns {Promise<string>} path of its program
 */
export async function ensureChromium() {
  const wanted = process.env['BANYAN_CHROMIUM']
  if (wanted !== undefined) {
    if (existsSync(wanted)) return wanted
    throw new SetupError(`BANYAN_CHROMIUM names ${wanted}, which does not exist`)
  }
  const found = findChromium()
  if (found !== undefined) return found
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new SetupError(
      `the browser tests need Chromium. As root: ${command}\n        Or set BANYAN_CHROMIUM to the path of one.`,
    )
  }
  say(`installing ${packages.join(' and ')} with apt-get (a few minutes) ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run(['apt-get', 'update', '-q'], { env })
  const exitCode = await run(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages], { env })
  const installed = findChromium()
  if (exitCode !== 0 || installed === undefined) throw new SetupError(`"${command}" failed: see its message above`)
  return installed
}

function findChromium() {
  return places.find((place) => existsSync(place))
}
