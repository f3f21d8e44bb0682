/** What the later areas add to `wx`, known before their code is there. The build writes the two tables in. */
import { type WxFunction, wxFunctions } from '@banyan/contract/wx-api'
import type { LogicContext } from '../logic/context.ts'
import { laterLogicAreas } from './logic-areas-later.ts'

const names = laterLogicAreas.flatMap((area) => Object.keys(area(anyContext())))

/** Name -> kind. */
export const laterFunctions: Readonly<Record<string, WxFunction['kind']>> = Object.fromEntries(
  names.map((name) => [name, wxFunctions[name]?.kind ?? 'sync']),
)

/** The areas of the contract that they belong to: a package whose code names one of these needs them at its start. */
export const laterAreaNames: readonly string[] = [...new Set(names.map((name) => wxFunctions[name]?.area ?? ''))].sort()

/** Areas only name their members here; whatever they ask of the context meanwhile ends quietly. */
function anyContext(): LogicContext {
  const anything: LogicContext = new Proxy<LogicContext & (() => void)>(emptyContext(), {
    get: (_target, key) => (typeof key === 'symbol' ? undefined : anything),
    apply: () => anything,
  })
  return anything
}

// A proxy that answers everything has every type, which the language cannot say.
function emptyContext(): LogicContext & (() => void) {
  return Object.assign(() => undefined) as unknown as LogicContext & (() => void)
}
