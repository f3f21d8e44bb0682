/**
 * Layout is known in the view, WXS runs in the worker, and its functions answer at once. So a function that asks for places or styles is run
 * twice: first on trial, without effects, which tells what it asks for; then, when the view has measured that, for good.
 */
import type { Element } from 'glass-easel'
import type { MeasureFields } from '../../bridge/view-messages.ts'
import { type AnyFunction, isRecord } from '../values.ts'

export type Measure = (items: readonly { element: Element; fields: MeasureFields }[]) => Promise<unknown>

const asking = /\bget(?:BoundingClientRect|ComputedStyle)\b/

export class Layout {
  isTrial = true
  readonly #asked = new Map<Element, Set<string>>()
  readonly #known = new Map<Element, Record<string, unknown>>()

  get isAsked(): boolean {
    return this.#asked.size > 0
  }

  rect(element: Element): Record<string, unknown> {
    this.#note(element, [])
    const { left = 0, top = 0, right = 0, bottom = 0, width = 0, height = 0 } = this.#known.get(element) ?? {}
    return { left, top, right, bottom, width, height }
  }

  style(element: Element, names: readonly string[]): Record<string, unknown> {
    this.#note(element, names)
    const known = this.#known.get(element)
    return Object.fromEntries(names.map((name) => [name, known?.[name] ?? '']))
  }

  async measure(measure: Measure): Promise<void> {
    const asked = [...this.#asked]
    const results = await measure(
      asked.map(([element, names]) => ({ element, fields: { rect: true, size: true, computedStyle: [...names] } })),
    )
    asked.forEach(([element], index) => {
      const result: unknown = Array.isArray(results) ? results[index] : undefined
      if (isRecord(result)) this.#known.set(element, result)
    })
  }

  #note(element: Element, names: readonly string[]): void {
    this.#asked.set(element, new Set([...(this.#asked.get(element) ?? []), ...names]))
  }
}

/** `run` calls the function with what it may know of the layout. Returns what it returns, on trial or for good. */
export function runScript(script: AnyFunction, measure: Measure, run: (layout?: Layout) => unknown): unknown {
  if (!asking.test(Function.prototype.toString.call(script))) return run()
  const layout = new Layout()
  let result: unknown
  try {
    result = run(layout)
  } catch {
    // Without real numbers it may fail where it would not; for good it says so itself.
  }
  layout.isTrial = false
  if (!layout.isAsked) return run(layout)
  void layout.measure(measure).then(
    () => run(layout),
    () => run(layout),
  )
  return result
}
