/** `npm run bench`: measures everything in one run, writes `RESULTS.md` and says whether the floors hold. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { measureCompile } from './compile.ts'
import { measureEdits } from './edits.ts'
import { measureLaunch, measureNavigation } from './launch.ts'
import { measureGestures } from './gestures.ts'
import { measureMainThread } from './main-thread.ts'
import { measureMemory } from './memory.ts'
import { describeSection, tableOfFloors, writeReport } from './report.ts'
import { measureRows } from './rows.ts'
import { measureScrolling } from './scrolling.ts'
import type { Section } from './section.ts'
import { measureSetData } from './set-data.ts'
import { measureSizes } from './sizes.ts'
import { measureStart } from './startup.ts'
import type { Summary } from './statistics.ts'
import { type PageName, startBanyan, startControl, type Subject } from './subjects.ts'
import { measureVisits } from './visits.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '11' },
    'dry-run': { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const runs = Number(values.rounds)

/** Parts of the run that stand for themselves. `--only <name>` runs one, prints it and writes nothing. */
const sections: readonly { name: string; measure: (on: Bench) => Promise<Section> }[] = [
  { name: 'visits', measure: ({ chromium, banyan }) => measureVisits(chromium, banyan, runs) },
  { name: 'set-data', measure: ({ chromium, banyan }) => measureSetData(chromium, banyan, runs) },
  { name: 'gestures', measure: ({ chromium, banyan }) => measureGestures(chromium, banyan, Math.min(runs, 5)) },
  { name: 'smoothness', measure: ({ chromium, ...on }) => measureScrolling(chromium, on, Math.min(runs, 6)) },
  {
    name: 'main-thread',
    measure: ({ chromium, banyan, vue, control }) => measureMainThread(chromium, [banyan, vue, control], runs),
  },
  { name: 'memory', measure: ({ banyan }) => measureMemory(banyan) },
]
if (values.only !== undefined) await runOnly(values.only)

say('start, first and second time')
const start = await measureStart()
say('compile time')
const compile = [
  await measureCompile('@vant/weapp', 'lib', runs),
  await measureCompile('tdesign-miniprogram', 'miniprogram_dist', runs),
]
const sizes = await measureSizes()
const bench = await startBench()
const { chromium: browser, banyan, vue, control } = bench
const launched = [banyan, vue, control]
const others = [await startControl('React 19', 'react'), await startControl('one thread', 'one-thread')]
const subjects = [...launched, ...others]
const rounds = { warmUp: 3, measured: runs }
const launch = await forEach('launch', (subject) => measureLaunch(browser, subject, runs))
const navigation = await forEach('navigation', (subject) => measureNavigation(browser, subject, runs))
const rows = await measurePage('plain rows', 'rows')
const components = await measurePage('component rows', 'components')
const hosts = await measurePage('component rows with hosts', 'hosts')
const measuredSections: Section[] = []
for (const { name, measure } of sections) {
  say(name)
  measuredSections.push(await measure(bench))
}
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
  sections: measuredSections,
})
if (!values['dry-run']) writeFileSync(join(import.meta.dirname, '..', 'RESULTS.md'), text)
console.log(`\n${text}`)
if (isBelowFloors) process.exitCode = 1

function say(text: string): void {
  console.log(`bench: ${text} ...`)
}

interface Bench {
  readonly chromium: Browser
  readonly banyan: Subject
  readonly vue: Subject
  readonly control: Subject
}

async function startBench(): Promise<Bench> {
  const [vue, control] = [await startControl('Vue 3', 'vue'), await startControl('DOM by hand', 'dom')]
  return { chromium: await launchBrowser(), banyan: await startBanyan(), vue, control }
}

async function runOnly(name: string): Promise<never> {
  const found = sections.find((section) => section.name === name)
  if (!found) throw new Error(`--only takes one of: ${sections.map((section) => section.name).join(', ')}`)
  say(name)
  const on = await startBench()
  const section = await found.measure(on)
  console.log(`\n${[...describeSection(section), tableOfFloors(section.floors)].join('\n\n')}`)
  await on.chromium.close()
  await Promise.all([on.banyan, on.vue, on.control].map((subject) => subject.close()))
  process.exit(section.floors.every(({ holds }) => holds) ? 0 : 1)
}

async function forEach<Result>(title: string, measure: (subject: Subject) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const subject of launched) {
    say(`${title}: ${subject.name}`)
    results.push(await measure(subject))
  }
  return results
}

async function measurePage(title: string, page: PageName): Promise<ReadonlyMap<string, Summary>[]> {
  say(title)
  return measureRows(browser, subjects, { page, rounds })
}
