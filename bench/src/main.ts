/** `npm run bench`: measures everything in one run, writes `RESULTS.md` and says whether the floors hold. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser.ts'
import { measureCompile } from './compile.ts'
import { measureLaunch, measureNavigation } from './launch.ts'
import { type Measurements, writeReport } from './report.ts'
import { measureRows } from './rows.ts'
import { measureSizes } from './sizes.ts'
import { measureStart } from './startup.ts'
import { startBanyan, startControl } from './subjects.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, 'dry-run': { type: 'boolean', default: false } },
})
const runs = Number(values.rounds)

say('start, first and second time')
const start = await measureStart()
say('compile time')
const compile = [
  await measureCompile('@vant/weapp', 'lib', runs),
  await measureCompile('tdesign-miniprogram', 'miniprogram_dist', runs),
]
const sizes = await measureSizes()
const subjects = [await startBanyan(), await startControl('Vue 3', 'vue'), await startControl('DOM by hand', 'dom')]
const browser = await launchBrowser()
const measured: Measurements['subjects'][number][] = []
for (const subject of subjects) {
  say(`${subject.name}: launch and navigation`)
  const launch = await measureLaunch(browser, subject, runs)
  const navigation = await measureNavigation(browser, subject, runs)
  say(`${subject.name}: rows`)
  const rounds = { warmUp: 3, measured: runs }
  const rows = await measureRows(browser, subject, { page: 'rows', rounds })
  const components = await measureRows(browser, subject, { page: 'components', rounds })
  measured.push({ name: subject.name, launch, navigation, rows, components })
}
await browser.close()
await Promise.all(subjects.map((subject) => subject.close()))

const { text, isBelowFloors } = writeReport({ runs, start, compile, sizes, subjects: measured })
if (!values['dry-run']) writeFileSync(join(import.meta.dirname, '..', 'RESULTS.md'), text)
console.log(`\n${text}`)
if (isBelowFloors) process.exitCode = 1

function say(text: string): void {
  console.log(`bench: ${text} ...`)
}
