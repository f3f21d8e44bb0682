/**
 * What the suite makes of cases that must fail, as JSON: for runner.test.ts, in a process of its own. A test runner rewrites the sources of
 * functions, and those that are sent to a page must be as they were written.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildRuntime } from '@banyan/runtime/build'
import type { BuiltRuntime } from '@banyan/runtime/build'
import { serveBuild } from '@banyan/runtime/testing/serve-build.ts'
import { launchEngine } from '../../tests/support/engines/launch.ts'
import type { Case } from '../case.ts'
import type { Expectation } from '../steps.ts'
import { expectStep } from './expect.ts'
import { firstScript } from './in-host.ts'
import { differenceOf } from './look-differences.ts'
import { findLooks, type LookPicture, takePictures } from './look-pictures.ts'
import { runCase } from './run-case.ts'
import type { Outcome } from './run-case.ts'
import { runSuite } from './run-suite.ts'
import { appsOf, compileCases } from './sources.ts'
import type { Stage } from './stage.ts'
import { answerFromWorld } from './world.ts'

const page = {
  says: 'A page that does little.',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/component/view.html',
  wxml: '<view id="box" class="a" style="width: 50px; height: 20px" bindtap="tapped">text</view>',
  js: "Page({ tapped() { log('tapped', { n: 1 }) } })",
}
const right: Case = { ...page, id: 'right', steps: [{ tap: '#box' }, { logHas: ['tapped {"n":1}'] }] }

const withinMs = 1
const wrong: readonly Expectation[] = [
  { text: '#box', is: 'other', withinMs },
  { texts: '.a', are: ['text', 'text'], withinMs },
  { count: '.a', is: 2, withinMs },
  { exists: '#other', withinMs },
  { missing: '#box', withinMs },
  { visible: '#other', withinMs },
  { hidden: '#box', withinMs },
  { onTop: '#other', withinMs },
  { attr: '#box', name: 'id', is: 'other', withinMs },
  { value: '#box', is: 'other', withinMs },
  { checked: '#box', is: true, withinMs },
  { focused: '#box', withinMs },
  { style: '#box', name: 'width', is: 60, withinMs },
  { rect: '#box', height: 30, withinMs },
  { scrollTop: 'page', is: 100, withinMs },
  { loaded: '#box', withinMs },
  { log: ['tapped twice'], withinMs },
  { logHas: ['other'], withinMs },
  { logMatches: ['other'], withinMs },
  { logLacks: 'tapped', withinMs },
  { title: true, is: 'other', withinMs },
  { bar: { loading: true }, withinMs },
  { toast: 'other', withinMs },
  { modal: { title: 'other' }, withinMs },
  { actionSheet: ['other'], withinMs },
  { tabBar: true, withinMs },
  { host: true, has: 'other', withinMs },
  { path: 'other', withinMs },
  { error: 'other', withinMs },
  { console: 'other', withinMs },
]

const throws: Case = {
  ...page,
  id: 'throws',
  js: "Page({ onReady() { throw new Error('on purpose') } })",
  steps: [{ exists: '#box' }, { pause: 200 }],
}
/** No finger rests so long: it stands for a browser that does not answer. */
const hangs: Case = { ...page, id: 'hangs', steps: [{ longpress: '#box', ms: 14_000 }, { exists: '#box' }] }
const hungMs = 8000

const outdir = await mkdtemp(join(tmpdir(), 'banyan-runner-'))
try {
  const runtime = await buildRuntime({ outdir })
  const expectations = await judgeExpectations(runtime)
  const outcomes = await runAll(runtime, [
    { ...right, id: 'wrong', steps: [...right.steps, { text: '#box', is: 'other', withinMs }] },
    throws,
    { ...throws, id: 'expected', steps: [{ error: 'on purpose' }] },
    { ...page, id: 'unreadable', wxml: '<view', steps: [{ exists: '#box' }] },
    hangs,
    { ...right, id: 'after-a-hang' },
  ])
  const looks = await judgeLooks(runtime)
  process.stdout.write(JSON.stringify({ expectations, outcomes, looks }))
} finally {
  await rm(outdir, { recursive: true, force: true })
}

/** Of each wrong expectation what it failed with, null when it passed. All on one phone, on the page that the right case leaves. */
async function judgeExpectations(runtime: BuiltRuntime): Promise<readonly [step: string, failure: string | null][]> {
  const [app] = appsOf([right])
  if (app === undefined) throw new Error('no app')
  const served = await serveBuild(await compileCases(app), {
    runtime,
    locale: 'zh_CN',
    firstScript,
    reportsConsole: true,
    target: answerFromWorld,
  })
  const driver = await launchEngine('chromium')
  try {
    const phone = await driver.openPhone({ width: 375, height: 667, scheme: 'light' })
    const home = `${served.origin}/a/right/`
    const outcome = await runCase(right, { phone, engine: 'chromium', home })
    if (outcome.kind !== 'passed') throw new Error(`the page is not there: ${JSON.stringify(outcome)}`)
    const stage: Stage = { phone, home, folder: 'right/', clearedLines: 0, expectedFaults: new Set() }
    const judged: [string, string | null][] = []
    for (const step of wrong) {
      const failure = await expectStep(stage, step).then(
        () => null,
        (error: unknown) => String(error),
      )
      judged.push([JSON.stringify(step), failure])
    }
    return judged
  } finally {
    await driver.close()
    await served.close()
  }
}

/** Which share of a picture differs when nothing, and when a style of the component has changed. */
async function judgeLooks(runtime: BuiltRuntime): Promise<{ same: number; restyled: number; dark: number }> {
  const [look] = findLooks(['button'])
  if (look === undefined) throw new Error('no look')
  const restyled = { ...look, wxss: `${look.wxss ?? ''} button { border-radius: 0; font-size: 17px }` }
  const driver = await launchEngine('chromium')
  try {
    const pictures: Uint8Array[] = []
    const onPicture = ({ png }: LookPicture) => void pictures.push(png)
    const inManners = ['light', 'dark'] as const
    await takePictures({ driver, runtime, wanted: [look, look, restyled], inManners }, onPicture)
    const [first, second, third, inDark] = pictures
    if (first === undefined || second === undefined || third === undefined || inDark === undefined) throw new Error()
    const shareOf = (picture: Uint8Array) => differenceOf(first, picture)?.share ?? 0
    return { same: shareOf(second), restyled: shareOf(third), dark: shareOf(inDark) }
  } finally {
    await driver.close()
  }
}

async function runAll(runtime: BuiltRuntime, cases: readonly Case[]): Promise<Record<string, Outcome>> {
  const options = { launch: () => launchEngine('chromium'), runtime, phones: 1, onFile: () => undefined, hungMs }
  const results = await runSuite([{ name: 'broken', cases }], options)
  return Object.fromEntries(results.map(({ case: each, outcome }) => [each.id, outcome]))
}
