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

const conditionValueSchema: z.ZodType<ConditionValue> = z.lazy(() =>
  z.union([
    z.string().max(conditionLimits.textLength),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(conditionValueSchema).max(conditionLimits.nodes),
    z.record(z.string().max(200), conditionValueSchema),
  ]),
)

const names = new Set<string>([...conditionJoins, ...conditionOperators])

export const conditionSchema = z
  .record(z.string().max(200), conditionValueSchema)
  .superRefine((condition, context) => {
    let nodes = 0
    const visit = (value: ConditionValue, depth: number): void => {
      nodes += 1
      if (depth > conditionLimits.depth || nodes > conditionLimits.nodes) {
        if (nodes <= conditionLimits.nodes + 1) context.addIssue({ code: 'custom', message: 'too deep or too large' })
        nodes += conditionLimits.nodes
        return
      }
      if (Array.isArray(value)) for (const item of value) visit(item, depth + 1)
      else if (typeof value === 'object' && value !== null) {
        for (const [name, inner] of Object.entries(value)) {
          if (name.startsWith('$') && !names.has(name))
            context.addIssue({ code: 'custom', message: `there is no operator ${name}` })
          visit(inner, depth + 1)
        }
      }
    }
    visit(condition, 1)
  })
  .meta({ id: 'Condition', description: 'Which users: MongoDB-like operators over attributes.' })

/** Names of the segments that a condition refers to, directly. */
export function segmentsIn(value: ConditionValue): string[] {
  if (Array.isArray(value)) return value.flatMap(segmentsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$segment' && typeof inner === 'string' ? [inner] : segmentsIn(inner),
  )
}
