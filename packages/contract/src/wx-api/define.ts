import { bridgeFunctions, bridgeScopes } from './bridge.ts'
import type { WxFunction } from './wx-function.ts'

/** Names separated by white space, by support. */
type Names = Partial<Record<WxFunction['support'], string>>

export type AreaRows = Partial<Record<WxFunction['kind'], Names>>

/** One area's rows of the table. The rows stand as lists of names because this table is part of what phones download. */
export function defineArea(area: string, rows: AreaRows): Record<string, WxFunction> {
  const functions: Record<string, WxFunction> = {}
  const kinds = ['async', 'sync', 'on', 'off', 'create', 'object'] as const
  const supports = ['real', 'degraded', 'soft'] as const
  for (const kind of kinds) {
    for (const support of supports) {
      for (const name of split(rows[kind]?.[support])) {
        const scope = bridgeScopes[name]
        functions[name] = {
          area,
          kind,
          support,
          crossesBridge: bridgeFunctions.includes(name),
          ...(scope === undefined ? {} : { scope }),
        }
      }
    }
  }
  return functions
}

function split(names: string | undefined): string[] {
  return (names ?? '').split(/\s+/).filter((name) => name !== '')
}
