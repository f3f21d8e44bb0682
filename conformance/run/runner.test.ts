/** The suite must be able to fail: each kind of expectation is shown a result that is not there. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'

interface Report {
  expectations: readonly [step: string, failure: string | null][]
  outcomes: Readonly<Record<string, unknown>>
  looks: { same: number; restyled: number; dark: number }
}

let report: Report

beforeAll(async () => {
  const script = join(import.meta.dirname, 'self-test.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 150_000 })
  report = JSON.parse(stdout)
})

test('an expectation that does not hold fails, of each kind', () => {
  expect(report.expectations.length).toBeGreaterThan(25)
  expect(report.expectations.filter(([, failure]) => failure?.includes('there was') !== true)).toEqual([])
})

test('a case fails at its step, by what does not compile, and by errors that nobody expects', () => {
  expect(report.outcomes).toMatchObject({
    wrong: failed(/^step 3 .*there was/s),
    throws: failed(/on purpose/),
    expected: { kind: 'passed' },
    unreadable: failed(/does not compile: .*index\.wxml/),
  })
})

test('a case that hangs fails after its deadline, and the next one has another browser', () => {
  expect(report.outcomes).toMatchObject({ hangs: failed(/it hung for 8 s/), 'after-a-hang': { kind: 'passed' } })
})

test('a picture is as it was until a style of the component changes', () => {
  expect(report.looks.same).toBe(0)
  expect(report.looks.restyled).toBeGreaterThan(0)
  expect(report.looks.dark).toBeGreaterThan(0.5)
})

function failed(message: RegExp): object {
  return { kind: 'failed', message: expect.stringMatching(message) }
}
