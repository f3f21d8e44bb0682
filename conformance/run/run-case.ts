/** Runs one case on a phone. */
import { NotInEngine } from '../../tests/support/engines/engine.ts'
import type { EngineName, EnginePhone } from '../../tests/support/engines/engine.ts'
import type { Case } from '../case.ts'
import type { Step } from '../steps.ts'
import { expectStep } from './expect.ts'
import { isAction } from './load-cases.ts'
import { perform } from './perform.ts'
import { folderOf } from './sources.ts'
import { isFatal, logOf, lookAround, until } from './stage.ts'
import type { Stage } from './stage.ts'

export type Outcome =
  | { kind: 'passed'; ms: number }
  /** The case says so itself, or the engine's driver cannot do what a step asks. */
  | { kind: 'excepted'; reason: string }
  | { kind: 'failed'; ms: number; message: string }

export interface CaseRun {
  phone: EnginePhone
  engine: EngineName
  /** `http://127.0.0.1:1234/a/some-id/`: nothing else runs under this id. */
  home: string
}

/** A browser that is gone is an error; everything else is an outcome. */
export async function runCase(each: Case, { phone, engine, home }: CaseRun): Promise<Outcome> {
  const reason = each.except?.[engine]
  if (reason !== undefined) return { kind: 'excepted', reason }
  const began = performance.now()
  const stage: Stage = { phone, home, folder: folderOf(each), clearedLines: 0, expectedFaults: new Set() }
  let at = 0
  try {
    if (each.phone?.granted !== undefined) await grant(stage, each.phone.granted)
    await phone.goto(`${home}${stage.folder}index${each.query === undefined ? '' : `?${each.query}`}`)
    await started(stage)
    for (const step of each.steps) {
      at += 1
      await carryOut(stage, step)
    }
    await checkErrors(stage)
    return { kind: 'passed', ms: performance.now() - began }
  } catch (error) {
    if (isFatal(error)) throw error
    if (error instanceof NotInEngine) return { kind: 'excepted', reason: error.message }
    const step = each.steps[at - 1]
    const where = step === undefined ? 'at the start' : `step ${at} ${JSON.stringify(step)}`
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', ms: performance.now() - began, message: `${where}: ${message}${await traces(stage)}` }
  }
}

function carryOut(stage: Stage, step: Step): Promise<void> {
  return isActionStep(step) ? perform(stage, step) : expectStep(stage, step)
}

function isActionStep(step: Step): step is Extract<Step, Parameters<typeof perform>[1]> {
  return isAction(step)
}

/** The first page is there, and the shade of the start is gone. */
async function started(stage: Stage): Promise<void> {
  const isStarted = () =>
    document.querySelector('section.page.shown iframe') !== null &&
    document.querySelector('.launch:not(.gone)') === null
  await until(
    async () => (await stage.phone.inHost(isStarted, undefined)) || null,
    () => 'the app did not start',
    15_000,
  )
}

async function checkErrors(stage: Stage): Promise<void> {
  const { faults } = await lookAround(stage)
  const unexpected = faults.filter((_, index) => !stage.expectedFaults.has(index))
  // Some browsers report by themselves, besides, what the app was told of.
  const expected = faults.filter((_, index) => stage.expectedFaults.has(index)).map((fault) => fault.split('\n', 1)[0])
  const isExpected = (error: string) => expected.some((line) => line !== undefined && error.includes(line))
  unexpected.push(...stage.phone.takeErrors().filter((error) => !isExpected(error)))
  if (unexpected.length > 0) throw new Error(`errors that no step expects: ${unexpected.join('\n')}`)
}

/** What helps to understand a failure. */
async function traces(stage: Stage): Promise<string> {
  try {
    const state = await lookAround(stage)
    const faults = [...state.faults, ...stage.phone.takeErrors()]
    const log = logOf(state, { ...stage, clearedLines: 0 })
    return (
      (log.length === 0 ? '' : `\n  log: ${JSON.stringify(log)}`) +
      (faults.length === 0 ? '' : `\n  errors: ${faults.join('\n')}`)
    )
  } catch {
    return ''
  }
}

/** The host page keeps the answers of the user by app id. */
async function grant(stage: Stage, scopes: readonly string[]): Promise<void> {
  const { home, phone } = stage
  await phone.goto(new URL('/nothing', home).href)
  const id = home.split('/').at(-2) ?? ''
  const book = JSON.stringify(Object.fromEntries(scopes.map((scope) => [scope, true])))
  await until(
    () =>
      phone.inHost(([key, value]) => (localStorage.setItem(key, value), true), [
        `banyan:permissions:${id}`,
        book,
      ] as const),
    () => 'the answers about scopes could not be stored',
  )
}
