/** What the later areas add to `wx`, known before their code is there. The build writes the two tables in. */
import { wxFunctions } from '@banyan/contract/wx-api'
import type { WxFunction } from '@banyan/contract/wx-api/wx-function'
import type { LogicArea, LogicContext } from '../logic/context.ts'
import { laterLogicAreas } from './logic-areas-later.ts'

const names = laterLogicAreas.flatMap((area) => membersOf(area))

/** Name -> kind. */
export const laterFunctions: Readonly<Record<string, WxFunction['kind']>> = Object.fromEntries(
  names.map((name) => [name, wxFunctions[name]?.kind ?? 'sync']),
)

/** The areas of the contract that they belong to: a package whose code names one of these needs them at its start. */
export const laterAreaNames: readonly string[] = [...new Set(names.map((name) => wxFunctions[name]?.area ?? ''))].sort()

function membersOf(area: LogicArea): string[] {
  const context = anything()
  return answersAsContext(context) ? Object.keys(area(context)) : []
}

/** Areas only name their members here; whatever they ask of the context meanwhile ends quietly. */
function anything(): unknown {
  const every: unknown = new Proxy(() => undefined, {
    get: (_target, key) => (typeof key === 'symbol' ? undefined : every),
    apply: () => every,
  })
  return every
}

/** It has whatever is asked of it, which the language cannot say. */
function answersAsContext(value: unknown): value is LogicContext {
  return typeof value === 'function'
}
