/** One case on one phone: where it is, what it has written so far, and how it is reached. */
import { setTimeout as wait } from 'node:timers/promises'
import type { EnginePhone } from '../../tests/support/engines/engine.ts'
import type { Point } from '../steps.ts'
import { frameOrigin, lookAtHost, placeInHost } from './in-host.ts'
import type { HostPlace, HostState } from './in-host.ts'
import { lookInPage, placeInPage } from './in-page.ts'
import type { Look, Seen } from './in-page.ts'
import { selectorHelpers } from './selectors.ts'

export interface Stage {
  phone: EnginePhone
  /** Address of the app, with a slash at the end. */
  home: string
  /** The case's folder in it: empty, or with a slash at the end. */
  folder: string
  /** Lines of the log that were put aside. */
  clearedLines: number
  /** Errors that steps have expected, by their place in the list. */
  expectedFaults: Set<number>
}

/** The page on top. */
export const topFrame = 'section.page.shown:not(.popping) iframe'

/** On a machine that does much besides, a browser answers seconds late; only what fails waits so long. */
const patienceMs = 10_000
const pollMs = 15

export class StepFailed extends Error {}

/** Asks again and again until there is an answer. `lastError` of the engine is kept: pages come and go while they are asked. */
export async function until<T>(
  ask: () => Promise<T | null | undefined>,
  onTimeout: (error: unknown) => string,
  patience = patienceMs,
): Promise<T> {
  const deadline = performance.now() + patience
  let lastError: unknown
  for (;;) {
    try {
      const answer = await ask()
      lastError = undefined
      if (answer !== null && answer !== undefined) return answer
    } catch (error) {
      if (isFatal(error)) throw error
      lastError = error
    }
    if (performance.now() > deadline) throw new StepFailed(onTimeout(lastError))
    await wait(pollMs)
  }
}

/** The browser itself is gone: nothing more can be asked of it. */
export function isFatal(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error)
  return /has been closed|Target crashed|Page crashed|Connection closed|disconnected|ECONNREFUSED|invalid session|Session closed|no such window/i.test(
    text,
  )
}

export function look(stage: Stage, asked: Look): Promise<Seen> {
  return stage.phone.inFrame(topFrame, lookInPage, asked, selectorHelpers)
}

export function lookAround(stage: Stage): Promise<HostState> {
  return stage.phone.inHost(lookAtHost, undefined)
}

/** A point of a node of the page on top, in pixels of the host page. */
export function findPoint(
  stage: Stage,
  selector: string,
  at: Point = ['50%', '50%'],
): Promise<{ x: number; y: number }> {
  return until(
    async () => {
      const origin = await stage.phone.inHost(frameOrigin, undefined)
      if (origin === null) return null
      const point = await stage.phone.inFrame(topFrame, placeInPage, { selector, at }, selectorHelpers)
      return point === null ? null : { x: origin.x + point.x, y: origin.y + point.y }
    },
    (error) => `${selector} is not on the screen, or does not stand still${because(error)}`,
  )
}

export function findInHost(stage: Stage, place: HostPlace): Promise<{ x: number; y: number }> {
  return until(
    () => stage.phone.inHost(placeInHost, place),
    (error) => `the host page has no ${place.named ?? place.selector ?? 'such element'}${because(error)}`,
  )
}

export function because(error: unknown): string {
  return error === undefined ? '' : `: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
}

/** Lines of `log`, without what was put aside. */
export function logOf(state: HostState, stage: Stage): string[] {
  const mark = '[case] '
  return state.lines
    .filter(({ text }) => text.startsWith(mark))
    .map(({ text }) => text.slice(mark.length))
    .slice(stage.clearedLines)
}
