/** The suite must be able to fail: each kind of expectation is shown a result that is not there. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildRuntime } from '../../packages/runtime/build.ts'
import { launchEngine } from '../../tests/support/engines/launch.ts'
import type { Case } from '../case.ts'
import type { Step } from '../steps.ts'
import type { Outcome } from './run-case.ts'
import { runSuite } from './run-suite.ts'

const page = {
  says: 'A page that does little.',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/component/view.html',
  wxml: '<view id="box" class="a" style="width: 50px; height: 20px" bindtap="tapped">text</view>',
  js: "Page({ tapped() { log('tapped', { n: 1 }) } })",
}

const withinMs = 1
const wrong: Readonly<Record<string, Step>> = {
  text: { text: '#box', is: 'other', withinMs },
  texts: { texts: '.a', are: ['text', 'text'], withinMs },
  count: { count: '.a', is: 2, withinMs },
  exists: { exists: '#other', withinMs },
  missing: { missing: '#box', withinMs },
  visible: { visible: '#other', withinMs },
  hidden: { hidden: '#box', withinMs },
  onTop: { onTop: '#other', withinMs },
  attr: { attr: '#box', name: 'id', is: 'other', withinMs },
  value: { value: '#box', is: 'other', withinMs },
  checked: { checked: '#box', is: true, withinMs },
  focused: { focused: '#box', withinMs },
  style: { style: '#box', name: 'width', is: 60, withinMs },
  rect: { rect: '#box', height: 30, withinMs },
  scrollTop: { scrollTop: 'page', is: 100, withinMs },
  loaded: { loaded: '#box', withinMs },
  log: { log: ['tapped twice'], withinMs },
  logHas: { logHas: ['other'], withinMs },
  logMatches: { logMatches: ['other'], withinMs },
  logLacks: { logLacks: 'tapped', withinMs },
  title: { title: true, is: 'other', withinMs },
  bar: { bar: { loading: true }, withinMs },
  toast: { toast: 'other', withinMs },
  modal: { modal: { title: 'other' }, withinMs },
  actionSheet: { actionSheet: ['other'], withinMs },
  tabBar: { tabBar: true, withinMs },
  host: { host: true, has: 'other', withinMs },
  path: { path: 'other', withinMs },
  error: { error: 'other', withinMs },
  console: { console: 'other', withinMs },
}

const right: Case = {
  ...page,
  id: 'right',
  steps: [{ tap: '#box' }, { logHas: ['tapped {"n":1}'] }],
}
const throws: Case = {
  ...page,
  id: 'throws',
  js: "Page({ onReady() { throw new Error('on purpose') } })",
  steps: [{ exists: '#box' }, { pause: 200 }],
}
const hangs: Case = {
  ...page,
  id: 'hangs',
  wxml: '<wxs module="m">module.exports.hang = function () { while (true) {} }</wxs><view id="box" bindtap="{{m.hang}}">text</view>',
  js: 'Page({})',
  steps: [{ tap: '#box' }, { text: '#box', is: 'text' }],
}
const cases: readonly Case[] = [
  right,
  throws,
  { ...throws, id: 'expected', steps: [{ error: 'on purpose' }] },
  { ...page, id: 'unreadable', wxml: '<view', steps: [{ exists: '#box' }] },
  ...Object.entries(wrong).map(([id, step]): Case => ({ ...right, id, steps: [...right.steps, step] })),
]

const outcomes = new Map<string, Outcome>()
let outdir: string

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'banyan-runner-'))
  const runtime = await buildRuntime({ outdir })
  const run = async (name: string, list: readonly Case[], hungMs?: number) => {
    const options = { launch: () => launchEngine('chromium'), runtime, phones: 1, onFile: () => undefined }
    const results = await runSuite([{ name, cases: list }], hungMs === undefined ? options : { ...options, hungMs })
    for (const { case: each, outcome } of results) outcomes.set(each.id, outcome)
  }
  await run('wrong', cases)
  await run('hung', [hangs, { ...right, id: 'after-a-hang' }], 8000)
})
afterAll(() => rm(outdir, { recursive: true, force: true }))

test('a case whose expectations hold passes', () => {
  expect(outcomes.get('right')).toMatchObject({ kind: 'passed' })
})

test.each(Object.keys(wrong))('a wrong "%s" fails at that step', (id) => {
  expect(outcomes.get(id)).toMatchObject({ kind: 'failed', message: expect.stringMatching(/^step 3 /) })
})

test('an error of the app that no step expects fails the case, one that is expected does not', () => {
  expect(outcomes.get('throws')).toMatchObject({ kind: 'failed', message: expect.stringContaining('on purpose') })
  expect(outcomes.get('expected')).toMatchObject({ kind: 'passed' })
})

test('a case that does not compile fails and says where', () => {
  expect(outcomes.get('unreadable')).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('does not compile'),
  })
})

test('a case that hangs fails after its deadline, and the next one has another browser', () => {
  expect(outcomes.get('hangs')).toMatchObject({ kind: 'failed', message: expect.stringContaining('hung') })
  expect(outcomes.get('after-a-hang')).toMatchObject({ kind: 'passed' })
})
