/** `this.animate`, `this.clearAnimation` and styles driven by worklets: nodes are chosen here, moved in the view. */
import type { Element, GeneralComponent } from 'glass-easel'
import type { AnimatedStyles, StyledNode } from '../framework/animated-styles.ts'
import { isFunction, isRecord } from '../values.ts'
import { treeNodeOf } from './internals.ts'
import type { QueryScope } from './selector-query.ts'

/** Resolves when all nodes have come to the end of it. */
export async function animateNodes(
  scope: QueryScope | undefined,
  method: string,
  args: readonly unknown[],
): Promise<void> {
  const [selector, ...rest] = args.filter((arg) => !isFunction(arg))
  if (scope?.root === undefined || typeof selector !== 'string') return
  const { link, root } = scope
  const found = root.querySelectorAll(selector)
  link.flush()
  const [frames, duration, timeline] = rest
  const source =
    isRecord(timeline) && typeof timeline['scrollSource'] === 'string' ? timeline['scrollSource'] : undefined
  const scroller = source === undefined ? null : root.querySelector(source)
  const given =
    scroller === null
      ? rest
      : [frames, duration, { ...(isRecord(timeline) ? timeline : {}), scrollSource: numberOf(scroller) }]
  const nodes = found.map(numberOf).filter((node) => node > 0)
  await Promise.allSettled(nodes.map((node) => link.invoke(node, method, given)))
}

/** Nothing happens before the code of `wx.worklet` is there: without it there are no shared values. */
export function styleNodes(
  styles: AnimatedStyles | undefined,
  component: GeneralComponent,
  { method, args }: { method: keyof AnimatedStyles; args: readonly unknown[] },
): void {
  const [selector, ...rest] = args
  const found = typeof selector === 'string' ? (component.getShadowRoot()?.querySelectorAll(selector) ?? []) : []
  styles?.[method](found.map(styledNode), rest)
}

/** The segment of styles that templates and WXS do not write: `StyleSegmentIndex.ANIMATION_EXTRA`. */
const animatedSegment = 2

function styledNode(element: Element): StyledNode {
  return { key: element, setStyle: (css) => element.setNodeStyle(css, animatedSegment) }
}

function numberOf(element: Element): number {
  return treeNodeOf(element)?.id ?? -1
}
