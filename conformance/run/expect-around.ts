/** Expectations about the log, errors, and the host page around the app. */
import type { Expectation } from '../steps.ts'
import { compare, compareLists, compareText, fieldOf, isSameJson } from './compare.ts'
import type { HostState } from './in-host.ts'
import { logOf, lookAround, StepFailed } from './stage.ts'
import type { Stage } from './stage.ts'
import type { Verdict } from './verdict.ts'

export async function expectAround(stage: Stage, step: Expectation): Promise<Verdict> {
  const state = await lookAround(stage)
  const lines = logOf(state, stage)
  const logged = judgeLog(step, lines)
  if (logged !== notAboutLog) return logged
  if ('error' in step) {
    const at = state.faults.findIndex((fault, index) => fault.includes(step.error) && !stage.expectedFaults.has(index))
    if (at < 0) return `the errors ${JSON.stringify(state.faults)}`
    stage.expectedFaults.add(at)
    return undefined
  }
  if ('console' in step) {
    const isThere = state.lines.some(
      ({ level, text }) => text.includes(step.console) && level === (step.level ?? level),
    )
    return isThere ? undefined : JSON.stringify(state.lines)
  }
  if ('path' in step) {
    const wanted = stage.folder + step.path
    return decodeURIComponent(state.path) === wanted || state.path === wanted ? undefined : state.path
  }
  return judgeHost(step, state)
}

const notAboutLog = 'not about the log'

function judgeLog(step: Expectation, lines: readonly string[]): Verdict {
  if ('log' in step) return compareLists(lines, step.log)
  if ('logHas' in step || 'logMatches' in step) {
    const wanted = 'logHas' in step ? step.logHas : step.logMatches
    let at = 0
    for (const line of lines) {
      const next = wanted[at]
      if (next === undefined) break
      if ('logHas' in step ? line === next : new RegExp(next, 'u').test(line)) at += 1
    }
    return at === wanted.length ? undefined : JSON.stringify(lines)
  }
  if ('logLacks' in step) return lines.some((line) => line.includes(step.logLacks)) ? JSON.stringify(lines) : undefined
  if ('logged' in step) return judgeField(step, lines)
  return notAboutLog
}

function judgeField(step: Extract<Expectation, { logged: string }>, lines: readonly string[]): Verdict {
  const line = lines.findLast((each) => /^[[{]/.test(each))
  if (line === undefined) return `no line of JSON in ${JSON.stringify(lines)}`
  const value = fieldOf(JSON.parse(line), step.logged)
  const seen = JSON.stringify(value) ?? 'undefined'
  if ('equals' in step) return isSameJson(value, step.equals) ? undefined : seen
  if ('type' in step) return typeof value === step.type ? undefined : seen
  return compare(typeof value === 'number' || typeof value === 'string' ? value : seen, step)
}

function judgeHost(step: Expectation, state: HostState): Verdict {
  if ('title' in step) return compareText(state.title, step)
  if ('host' in step) return compareText(state.text, step)
  if ('bar' in step) return judgeBar(step, state)
  if ('toast' in step) {
    const isIcon = step.icon === undefined || state.toast?.icon === step.icon
    return (state.toast?.text ?? null) === step.toast && isIcon ? undefined : JSON.stringify(state.toast)
  }
  if ('modal' in step) return judgeModal(step, state)
  if ('actionSheet' in step) {
    return isSameJson(state.sheet, step.actionSheet) ? undefined : JSON.stringify(state.sheet)
  }
  if ('tabBar' in step) return state.hasTabBar === step.tabBar ? undefined : String(state.hasTabBar)
  if ('tab' in step) {
    const tab = state.tabs[step.tab]
    const holds =
      tab !== undefined &&
      (step.text === undefined || step.text === tab.text) &&
      (step.badge === undefined || step.badge === tab.badge) &&
      (step.dot === undefined || step.dot === tab.hasDot) &&
      (step.selected === undefined || step.selected === tab.isSelected) &&
      (step.color === undefined || rgb(step.color) === tab.color)
    return holds ? undefined : JSON.stringify(tab)
  }
  throw new StepFailed(`no such step: ${JSON.stringify(step)}`)
}

function judgeBar({ bar }: Extract<Expectation, { bar: object }>, state: HostState): Verdict {
  const holds =
    (bar.background === undefined || rgb(bar.background) === state.bar.background) &&
    (bar.text === undefined || bar.text === state.bar.text) &&
    (bar.loading === undefined || bar.loading === state.bar.isLoading) &&
    (bar.leading === undefined || bar.leading === state.bar.leading) &&
    (bar.custom === undefined || bar.custom === state.bar.isCustom)
  return holds ? undefined : JSON.stringify(state.bar)
}

function judgeModal({ modal }: Extract<Expectation, { modal: object | null }>, state: HostState): Verdict {
  const seen = state.modal
  if (modal === null || seen === null) return modal === seen ? undefined : JSON.stringify(seen)
  const cancel = seen.buttons.length > 1 ? (seen.buttons[0] ?? null) : null
  const holds =
    (modal.title === undefined || modal.title === seen.title) &&
    (modal.content === undefined || modal.content === seen.content) &&
    (modal.confirm === undefined || modal.confirm === seen.buttons.at(-1)) &&
    (modal.cancel === undefined || modal.cancel === cancel)
  return holds ? undefined : JSON.stringify(seen)
}

/** `#rrggbb` as browsers compute it. */
function rgb(color: string): string {
  const [, r = '', g = '', b = ''] = /^#(..)(..)(..)$/.exec(color) ?? []
  return r === '' ? color : `rgb(${[r, g, b].map((part) => Number.parseInt(part, 16)).join(', ')})`
}
