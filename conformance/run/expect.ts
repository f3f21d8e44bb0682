/** Looks at what a step expects until it holds or its time is up. */
import type { Expectation } from '../steps.ts'
import { compare, compareLists, compareNumber, compareText, tidy } from './compare.ts'
import { expectAround } from './expect-around.ts'
import type { Look, Seen, SeenNode } from './in-page.ts'
import type { SeenRect } from './selectors.ts'
import { because, look, StepFailed, until } from './stage.ts'
import type { Stage } from './stage.ts'
import type { Verdict } from './verdict.ts'

const rectTolerance = 1
const lengthTolerance = 0.6

export async function expectStep(stage: Stage, step: Expectation): Promise<void> {
  let last: Verdict = 'nothing'
  await until(
    async () => {
      last = await judge(stage, step)
      return last === undefined ? true : null
    },
    (error) => `there was ${last ?? 'nothing'}${because(error)}`,
    step.withinMs,
  )
}

async function judge(stage: Stage, step: Expectation): Promise<Verdict> {
  const asked = lookFor(step)
  return asked === undefined ? expectAround(stage, step) : judgeNodes(step, await look(stage, asked))
}

/** What must be seen in the page for this; undefined when it is not about the page. */
function lookFor(step: Expectation): Look | undefined {
  if ('style' in step) {
    return {
      selector: step.style,
      what: 'style',
      name: step.name,
      ...(step.pseudo === undefined ? {} : { pseudo: step.pseudo }),
      ...('is' in step && typeof step.is === 'string' ? { expected: step.is } : {}),
    }
  }
  if ('attr' in step) return { selector: step.attr, what: 'attr', name: step.name }
  if ('onTop' in step) return { selector: step.onTop, what: 'onTop', ...(step.at === undefined ? {} : { at: step.at }) }
  if ('pixel' in step) return { selector: step.pixel, what: 'pixel', at: step.at }
  if ('rect' in step) return { selector: step.rect, what: 'nodes', ...(step.of === undefined ? {} : { of: step.of }) }
  for (const [key, value] of Object.entries(step)) {
    return nodeSteps.has(key) && typeof value === 'string' ? { selector: value, what: 'nodes' } : undefined
  }
  return undefined
}

const nodeSteps = new Set(
  'text texts count exists missing visible hidden value checked focused selection scrollTop scrollLeft loaded'.split(
    ' ',
  ),
)

function judgeNodes(step: Expectation, seen: Seen): Verdict {
  const { nodes } = seen
  if ('count' in step) return compareNumber(nodes.length, step)
  if ('texts' in step)
    return compareLists(
      nodes.map(({ text }) => text),
      step.are,
    )
  if ('exists' in step) return nodes.length > 0 ? undefined : 'no such node'
  if ('missing' in step) return nodes.length === 0 ? undefined : `${nodes.length} of them`
  if ('hidden' in step) return nodes.every(({ isVisible }) => !isVisible) ? undefined : 'a visible one'
  const [node] = nodes
  if (node === undefined) return 'no such node'
  if ('style' in step) return judgeStyle(step, node, seen.expected)
  if ('rect' in step) return judgeRect(step, node, seen.of)
  return judgeNode(step, node)
}

function judgeNode(step: Expectation, node: SeenNode): Verdict {
  const flag = (isSo: boolean, wanted: boolean | undefined) => (isSo === (wanted ?? true) ? undefined : String(isSo))
  if ('text' in step && !('tab' in step)) return compareText(node.text, step)
  if ('visible' in step) return flag(node.isVisible, true)
  if ('onTop' in step) return node.isOnTop ? undefined : 'something else on top'
  if ('attr' in step) return node.attr === step.is ? undefined : JSON.stringify(node.attr)
  if ('value' in step) return node.value === step.is ? undefined : JSON.stringify(node.value)
  if ('checked' in step) return flag(node.isChecked, step.is)
  if ('focused' in step) return flag(node.isFocused, step.is)
  if ('pixel' in step) return judgePixel(step, node)
  if ('loaded' in step) return flag(node.isLoaded, step.is)
  if ('scrollTop' in step) return compareNumber(node.scrollTop, step, rectTolerance)
  if ('scrollLeft' in step) return compareNumber(node.scrollLeft, step, rectTolerance)
  if ('selection' in step) {
    const isSame = node.selection?.[0] === step.is[0] && node.selection[1] === step.is[1]
    return isSame ? undefined : JSON.stringify(node.selection)
  }
  throw new StepFailed(`no such step: ${JSON.stringify(step)}`)
}

const channelTolerance = 8

function judgePixel({ is }: Extract<Expectation, { pixel: string }>, { pixel }: SeenNode): Verdict {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(is.slice(at, at + 2), 16))
  const isSame = pixel?.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) <= channelTolerance)
  return isSame === true ? undefined : JSON.stringify(pixel)
}

function judgeStyle(step: Extract<Expectation, { style: string }>, node: SeenNode, written: string): Verdict {
  if ('is' in step && typeof step.is === 'string') {
    const isSame = tidy(node.style) === tidy(step.is) || (written !== '' && tidy(node.style) === tidy(written))
    return isSame ? undefined : JSON.stringify(node.style)
  }
  return compare(node.style, step, lengthTolerance)
}

function judgeRect(step: Extract<Expectation, { rect: string }>, node: SeenNode, of: SeenRect | null): Verdict {
  if (step.of !== undefined && of === null) return `no ${step.of}`
  const base = of ?? { left: 0, top: 0, width: 0, height: 0 }
  const { width, height } = node.rect
  const left = node.rect.left - base.left
  const top = node.rect.top - base.top
  const seen = { width, height, left, top, right: left + width, bottom: top + height }
  const tolerance = step.tolerance ?? rectTolerance
  const { width: w, height: h, left: l, top: t, right: r, bottom: b } = step
  const wanted = { width: w, height: h, left: l, top: t, right: r, bottom: b }
  const wrong = Object.entries(wanted).some(([name, value]) => {
    const found = new Map(Object.entries(seen)).get(name)
    return value !== undefined && found !== undefined && Math.abs(found - value) > tolerance
  })
  return wrong ? JSON.stringify(seen) : undefined
}
