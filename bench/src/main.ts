/** `npm run bench`: measures everything in one run, writes `RESULTS.md` and says whether the floors hold. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser.ts'
import { measureCompile } from './compile.ts'
import { measureEdits } from './edits.ts'
import { measureLaunch, measureNavigation } from './launch.ts'
import { writeReport } from './report.ts'
import { measureRows } from './rows.ts'
import { measureSizes } from './sizes.ts'
import { measureStart } from './startup.ts'
import type { Summary } from './statistics.ts'
import { type PageName, startBanyan, startControl, type Subject } from './subjects.ts'
import { describeVisits, measureVisits } from './visits.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '11' },
    'dry-run': { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const runs = Number(values.rounds)

/** Sections that are run alone, by `--only <name>`: they print and write nothing. */
const sections = new Map([['visits', printVisits]])
if (values.only !== undefined) {
  const print = sections.get(values.only)
  if (!print) throw new Error(`--only takes one of: ${[...sections.keys()].join(', ')}`)
  await print()
  process.exit()
}

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
const rounds = { warmUp: 3, measured: runs }
const launch = await forEach('launch', (subject) => measureLaunch(browser, subject, runs))
const navigation = await forEach('navigation', (subject) => measureNavigation(browser, subject, runs))
const rows = await measurePage('plain rows', 'rows')
const components = await measurePage('component rows', 'components')
const hosts = await measurePage('component rows with hosts', 'hosts')
say('from saving to seeing')
const edits = await measureEdits(browser, runs)
await browser.close()
await Promise.all(subjects.map((subject) => subject.close()))

const names = subjects.map(({ name }) => name)
const { text, isBelowFloors } = writeReport({
  runs,
  start,
  compile,
  edits,
  sizes,
  names,
  launch,
  navigation,
  rows,
  components,
  hosts,
})
if (!values['dry-run']) writeFileSync(join(import.meta.dirname, '..', 'RESULTS.md'), text)
console.log(`\n${text}`)
if (isBelowFloors) process.exitCode = 1

function say(text: string): void {
  console.log(`bench: ${text} ...`)
}

async function printVisits(): Promise<void> {
  say('visits')
  const subject = await startBanyan()
  const chromium = await launchBrowser()
  console.log(`\n${describeVisits(await measureVisits(chromium, subject, runs))}`)
  await chromium.close()
  await subject.close()
}

async function forEach<Result>(title: string, measure: (subject: Subject) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const subject of subjects) {
    say(`${title}: ${subject.name}`)
    results.push(await measure(subject))
  }
  return results
}

async function measurePage(title: string, page: PageName): Promise<ReadonlyMap<string, Summary>[]> {
  say(title)
  return measureRows(browser, subjects, { page, rounds })
}
