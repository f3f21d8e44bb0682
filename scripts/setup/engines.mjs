import { existsSync } from 'node:fs'
import { ensureChromium } from './chromium.mjs'
import { run } from './command.mjs'
import { say } from './voice.mjs'

/** What each engine is started by, and the Debian packages that bring it. */
const engines = [
  { name: 'firefox', programs: ['/usr/bin/firefox-esr'], packages: ['firefox-esr'] },
  {
    name: 'webkit',
    programs: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
]

/**
 * Finds or installs the engines of the conformance suite. Chromium must be there; what is missing of the others is said, and the suite
 * counts their cases as failed.
 *
 * @param {readonly string[]} names all when empty
 * @returns {Promise<void>}
 */
export async function ensureEngines(names = []) {
  const isWanted = (/** @type {string} */ name) => names.length === 0 || names.includes(name)
  if (isWanted('chromium')) process.env['BANYAN_CHROMIUM'] = await ensureChromium()
  const missing = engines.filter(({ name, programs }) => isWanted(name) && !programs.every((each) => existsSync(each)))
  if (missing.length === 0) return
  const packages = missing.flatMap((engine) => engine.packages)
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(`${missing.map(({ name }) => name).join(' and ')} cannot be tested here. As root: ${command}`)
    return
  }
  say(`installing ${packages.join(', ')} with apt-get (a few minutes) ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run(['apt-get', 'update', '-q'], { env, isProgress: true })
  const exitCode = await run(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages], {
    env,
    isProgress: true,
  })
  if (exitCode !== 0) say(`"${command}" failed: see its message above`)
}
