import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { wxFunctions } from '@banyan/contract/wx-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestContext } from '../testing/logic-context.ts'
import { canIUse } from './can-i-use/logic/can-i-use.ts'
import { validateBy } from './core/logic/async-function.ts'
import { rulesOf } from './core/logic/rule-book.ts'
import { laterLogicAreas } from './logic-areas-later.ts'
import { logicAreas } from './logic-areas.ts'

/** Members of `interface Wx` in WeChat's typings. */
function readTypings(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json'))
  const text = readFileSync(join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const body = text.slice(text.indexOf('\n    interface Wx {'))
  const members = body.slice(0, body.indexOf('\n    }\n')).matchAll(/^ {8}(\w+)\s*[(<:?]/gm)
  return [...new Set(Array.from(members, ([, name = '']) => name))]
}

const names = readTypings()
const async = names.filter((name) => wxFunctions[name]?.kind === 'async')

function createWx(): Record<string, unknown> {
  const wx: Record<string, unknown> = {}
  const done = () => undefined
  const context = createTestContext({ batchSetStorage: done, removeStorage: done, clearStorage: done })
  for (const area of [...logicAreas, ...laterLogicAreas]) Object.assign(wx, area(context))
  return wx
}

function call(name: string, ...args: readonly unknown[]): unknown {
  const member = createWx()[name]
  return typeof member === 'function' ? member(...args) : member
}

const rejections: unknown[] = []
const note = (reason: unknown) => rejections.push(reason)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => void process.off('unhandledRejection', note))

/** Until what was started by a call has run its course. */
async function turnsPassed(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('the typings name all members of wx', () => {
  expect(names.length).toBeGreaterThanOrEqual(490)
  expect(async.length).toBeGreaterThan(250)
})

describe.each(names)('wx.%s', (name) => {
  test('exists, and canIUse agrees with the manifest', () => {
    expect(createWx()[name]).toBeDefined()
    expect(canIUse(name)).toBe(wxFunctions[name]?.support !== 'soft')
  })

  test('can be called with nothing; where that is an error the text begins with its name', async () => {
    try {
      await call(name)
    } catch (error) {
      expect(error instanceof Error ? error.message : String(Object(error).errMsg)).toMatch(new RegExp(`^${name}:fail`))
    }
  })
})

describe.each(async)('wx.%s', (name) => {
  test('tells one of success and fail, then complete, with its own name first', async () => {
    const heard: string[] = []
    const told = (which: string) => (result: unknown) => {
      heard.push(`${which} ${String(Object(result).errMsg)}`)
    }
    const returned = call(name, { success: told('success'), fail: told('fail'), complete: told('complete') })
    expect(returned instanceof Promise).toBe(false)
    await turnsPassed()
    if (heard.length === 0) await expect.poll(() => heard.length, { timeout: 5000 }).toBeGreaterThan(0)
    expect(heard).toHaveLength(2)
    expect(heard[0]).toMatch(new RegExp(`^(success ${name}:ok|fail ${name}:fail)`))
    expect(heard[1]).toBe(`complete ${heard[0]?.replace(/^\w+ /, '')}`)
  })

  test('is a promise without callbacks, and answers with its own name first', async () => {
    const returned = call(name, {})
    expect(typeof Object(returned).then).toBe('function')
    const answer = await Promise.resolve(returned).catch((error: unknown) => error)
    expect(String(Object(answer).errMsg)).toMatch(new RegExp(`^${name}:(ok|fail)`))
  })
})

describe.each(async.filter((name) => wxFunctions[name]?.support !== 'soft' && isRequiring(name)))('wx.%s', (name) => {
  test('names the parameters that are missing', async () => {
    const missing = Object.entries(rulesOf(name))
      .filter(([, kind]) => !kind.endsWith('?'))
      .map(([parameter, kind]) => `parameter.${parameter} should be ${kind} instead of Undefined;`)
    // The first script runs without the book of rules, so its functions bring theirs.
    const isFirst = logicAreas.some((area) => Object.hasOwn(area(createTestContext()), name))
    validateBy(isFirst ? () => ({}) : rulesOf)
    const answer: unknown = await Promise.resolve(call(name, {})).catch((error: unknown) => error)
    validateBy(rulesOf)
    const { errMsg, errno } = Object(answer)
    const [start = '', ...told] = String(errMsg).split(/(?<=error: |;)/)
    expect(start).toBe(`${name}:fail parameter error: `)
    expect(told.sort()).toEqual(missing.sort())
    expect(errno).toBe(1001)
  })
})

function isRequiring(name: string): boolean {
  return Object.values(rulesOf(name)).some((kind) => !kind.endsWith('?'))
}

test('no call leaves a rejection behind that nobody can handle', async () => {
  for (const name of async) {
    if (wxFunctions[name]?.support === 'soft') void call(name)
    call(name, { complete: () => undefined })
  }
  await turnsPassed()
  expect(rejections).toEqual([])
})
