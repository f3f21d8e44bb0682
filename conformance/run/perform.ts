/** Carries out the actions of a case. */
import { setTimeout as wait } from 'node:timers/promises'
import { NotInEngine } from '../../tests/support/engines/engine.ts'
import type { TouchPoint } from '../../tests/support/engines/engine.ts'
import type { Action, Point } from '../steps.ts'
import { scrollInPage, scrollsInPage } from './in-page.ts'
import { selectorHelpers } from './selectors.ts'
import { because, findInHost, findPoint, logOf, lookAround, StepFailed, topFrame, until } from './stage.ts'
import type { Stage } from './stage.ts'

const tapMs = 40
const betweenTapsMs = 60
const longPressMs = 600
const touchMs = 120
const swipeMs = 120
const dragMs = 400
/** Long enough that nothing of the movement is left when the finger leaves. */
const restMs = 250

export async function perform(stage: Stage, step: Action): Promise<void> {
  const { phone } = stage
  if ('chooseFiles' in step) {
    const point =
      step.tap === undefined ? await findInHost(stage, { named: step.tapHost ?? '' }) : await findPoint(stage, step.tap)
    return phone.chooseFiles(step.chooseFiles, () => phone.touch([still(point.x, point.y, tapMs)]))
  }
  if ('tap' in step) return press(stage, step.tap, step.at, tapMs)
  if ('doubleTap' in step) {
    const { x, y } = await findPoint(stage, step.doubleTap, step.at)
    await phone.touch([still(x, y, tapMs)])
    await wait(betweenTapsMs)
    return phone.touch([still(x, y, tapMs)])
  }
  if ('longpress' in step) return press(stage, step.longpress, step.at, step.ms ?? longPressMs)
  if ('touch' in step) {
    const corner = await findPoint(stage, step.touch, [0, 0])
    const middle = await findPoint(stage, step.touch)
    const size = { x: (middle.x - corner.x) * 2, y: (middle.y - corner.y) * 2 }
    const path = (points: readonly Point[]) =>
      pathOf(points, { corner, size, ms: step.ms ?? touchMs, rest: step.holdMs ?? 0 })
    return phone.touch(step.paths.map(path), step.stays ?? false)
  }
  if ('release' in step) return phone.releaseTouch()
  if ('swipe' in step) return move(stage, step.swipe, step, { ms: step.ms ?? swipeMs, rest: 0 })
  if ('drag' in step) return move(stage, step.drag, step, { ms: step.ms ?? dragMs, rest: restMs })
  if ('mouse' in step) {
    const { x, y } = await findPoint(stage, step.mouse)
    return step.rest === true ? phone.moveMouse(x, y) : phone.clickMouse(x, y)
  }
  if ('pen' in step) {
    const { x, y } = await findPoint(stage, step.pen, step.at)
    return phone.tapWithPen(x, y)
  }
  if ('type' in step) {
    if (step.into !== undefined) await press(stage, step.into, undefined, tapMs)
    return phone.typeText(step.type)
  }
  if ('key' in step) {
    for (let time = 0; time < (step.times ?? 1); time++) await phone.pressKey(step.key)
    return
  }
  if ('scroll' in step) {
    const { scroll: selector, top = null, left = null } = step
    await until(
      async () => (await phone.inFrame(topFrame, scrollInPage, { selector, top, left }, selectorHelpers)) || null,
      (error) => `${selector} is not there${because(error)}`,
    )
    return
  }
  return performAround(stage, step)
}

/** What is done around the page. */
async function performAround(stage: Stage, step: Action): Promise<void> {
  const { phone } = stage
  const tapHost = async (place: Parameters<typeof findInHost>[1]) => {
    const { x, y } = await findInHost(stage, place)
    await phone.touch([still(x, y, tapMs)])
  }
  if ('back' in step) {
    if (step.back === 'history') return phone.back()
    return tapHost({ selector: 'section.page.shown:not(.popping) header.bar > button' })
  }
  if ('tapHost' in step) return tapHost({ named: step.tapHost })
  if ('typeHost' in step) {
    await tapHost({ selector: '.shade textarea, .shade input' })
    return phone.typeText(step.typeHost)
  }
  if ('tapTab' in step) return tapHost({ selector: 'nav.tabs button', nth: step.tapTab })
  if ('tapCapsule' in step) return tapHost({ selector: '.capsule button', nth: step.tapCapsule === 'menu' ? 0 : 1 })
  if ('open' in step) return phone.goto(stage.home + stage.folder + step.open)
  if ('reload' in step) return phone.reload()
  if ('background' in step) return phone.inHost(setHidden, step.background)
  if ('resize' in step) return phone.resize(...step.resize)
  if ('scheme' in step) return phone.setScheme(step.scheme)
  if ('online' in step) return phone.setOnline(step.online)
  if ('pause' in step) return void (await wait(step.pause))
  if ('clearLog' in step) {
    stage.clearedLines += logOf(await lookAround(stage), stage).length
    return
  }
  throw new StepFailed(`no such step: ${JSON.stringify(step)}`)
}

/** Drivers cannot put a page into the background, so its visibility is played: the host page reads nothing else. */
function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isHidden ? 'hidden' : 'visible'),
  })
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

async function press(stage: Stage, selector: string, at: Point | undefined, ms: number): Promise<void> {
  const { x, y } = await findPoint(stage, selector, at)
  await stage.phone.touch([still(x, y, ms)])
}

async function move(
  stage: Stage,
  selector: string,
  { by, from }: { by: readonly [number, number]; from?: Point },
  { ms, rest }: { ms: number; rest: number },
): Promise<void> {
  const { x, y } = await findPoint(stage, selector, from)
  if (!stage.phone.isScrolledByTouch) {
    const stroke = { selector, at: from ?? (['50%', '50%'] as const), by }
    if (await stage.phone.inFrame(topFrame, scrollsInPage, stroke, selectorHelpers)) {
      throw new NotInEngine('touches of its driver scroll nothing')
    }
  }
  const end = { x: x + by[0], y: y + by[1] }
  const path = [
    { x, y, atMs: 0 },
    { ...end, atMs: ms },
  ]
  await stage.phone.touch([rest === 0 ? path : [...path, { ...end, atMs: ms + rest }]])
}

function still(x: number, y: number, ms: number): TouchPoint[] {
  return [
    { x, y, atMs: 0 },
    { x, y, atMs: ms },
  ]
}

function pathOf(
  points: readonly Point[],
  {
    corner,
    size,
    ms,
    rest,
  }: { corner: { x: number; y: number }; size: { x: number; y: number }; ms: number; rest: number },
): TouchPoint[] {
  const place = (part: number | string, whole: number) =>
    typeof part === 'number' ? part : (Number.parseFloat(part) / 100) * whole
  const path = points.map(([x, y], index) => ({
    x: corner.x + place(x, size.x),
    y: corner.y + place(y, size.y),
    atMs: points.length === 1 ? 0 : (ms * index) / (points.length - 1),
  }))
  const last = path.at(-1)
  const end = points.length === 1 ? ms + rest : rest
  return last === undefined || end === 0 ? path : [...path, { ...last, atMs: last.atMs + end }]
}
