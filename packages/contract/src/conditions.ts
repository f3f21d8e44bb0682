/**
 * One language for "which users": gray releases, segments and experiments. A condition is JSON with MongoDB's operators as GrowthBook
 * reads them, and the text, date, version and network operators that Unleash has:
 *
 * `{ "os": "ios", "version": { "$vgte": "2.1.0" }, "$or": [{ "region": { "$in": ["CN-BJ", "CN-SH"] } }, { "$segment": "staff" }] }`
 *
 * Names with dots reach into objects. All entries of an object must hold; an empty one holds for everybody.
 */
import { z } from 'zod'

export type Condition = { readonly [name: string]: ConditionValue }
export type ConditionValue =
  | string
  | number
  | boolean
  | null
  | readonly ConditionValue[]
  | { readonly [name: string]: ConditionValue }

/** Hold between conditions. `$segment` names a stored condition. */
export const conditionJoins = ['$and', '$or', '$nor', '$not', '$segment'] as const

/** Hold for one attribute. An `i` at the end ignores upper and lower case; `$v…` compares version numbers. */
export const conditionOperators = [
  '$eq',
  '$ne',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
  '$in',
  '$nin',
  '$ini',
  '$nini',
  '$all',
  '$alli',
  '$elemMatch',
  '$size',
  '$exists',
  '$type',
  '$not',
  '$regex',
  '$regexi',
  '$contains',
  '$containsi',
  '$startsWith',
  '$startsWithi',
  '$endsWith',
  '$endsWithi',
  '$before',
  '$after',
  '$veq',
  '$vne',
  '$vlt',
  '$vlte',
  '$vgt',
  '$vgte',
  '$cidr',
] as const
export type ConditionOperator = (typeof conditionOperators)[number]

export const conditionLimits = { depth: 12, nodes: 2000, textLength: 1000 } as const

const names = new Set<string>([...conditionJoins, ...conditionOperators])

/** What is wrong with a value as a condition; undefined when nothing is. */
function faultOf(condition: unknown): string | undefined {
  let nodes = 0
  const visit = (value: unknown, depth: number): string | undefined => {
    nodes += 1
    if (depth > conditionLimits.depth || nodes > conditionLimits.nodes) return 'it is too deep or too large'
    if (typeof value === 'string') return value.length > conditionLimits.textLength ? 'a text is too long' : undefined
    if (value === null || typeof value === 'boolean' || typeof value === 'number') return undefined
    if (typeof value !== 'object') return `it holds a ${typeof value}`
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value) && name.startsWith('$') && !names.has(name)) return `there is no operator ${name}`
      const fault = visit(inner, depth + 1)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return 'it is no object'
  return visit(condition, 1)
}

function isCondition(value: unknown): value is Condition {
  return faultOf(value) === undefined
}

/** One schema and not a recursive one, of which a description of the API cannot be made. */
export const conditionSchema = z
  .custom<Condition>(isCondition, { error: ({ input }) => `not a condition: ${faultOf(input) ?? ''}` })
  .meta({ id: 'Condition', type: 'object', description: 'Which users: MongoDB-like operators over attributes.' })

/** Names of the segments that a condition refers to, directly. */
export function segmentsIn(value: ConditionValue): string[] {
  if (Array.isArray(value)) return value.flatMap(segmentsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$segment' && typeof inner === 'string' ? [inner] : segmentsIn(inner),
  )
}
