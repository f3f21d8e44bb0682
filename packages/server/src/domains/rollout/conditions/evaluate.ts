/** Whether a condition holds for a user's attributes. Pure, total and linear: patterns are RE2's, so nobody's pattern can stall the server. */
import type { Condition, ConditionValue } from '@banyan/contract/conditions'
import { isIn, matchesOperator } from './operators.ts'

export type Attributes = { readonly [name: string]: unknown }

/** Name -> stored condition. */
export type Segments = ReadonlyMap<string, Condition>

const noSegments: Segments = new Map()
const segmentDepth = 8

export function holds(condition: Condition, attributes: Attributes, segments: Segments = noSegments): boolean {
  return holdsWithin(condition, { attributes, segments, depth: 0 })
}

interface Scope {
  attributes: Attributes
  segments: Segments
  /** Of segments in segments, so that a circle ends. */
  depth: number
}

function holdsWithin(condition: ConditionValue, scope: Scope): boolean {
  if (!isObject(condition)) return false
  return Object.entries(condition).every(([name, wanted]) => {
    switch (name) {
      case '$and':
        return Array.isArray(wanted) && wanted.every((inner) => holdsWithin(inner, scope))
      case '$or':
        return Array.isArray(wanted) && holdsAny(wanted, scope)
      case '$nor':
        return Array.isArray(wanted) && !holdsAny(wanted, scope)
      case '$not':
        return !holdsWithin(wanted, scope)
      case '$segment':
        return holdsSegment(wanted, scope)
      default:
        return holdsFor(wanted, attributeAt(scope.attributes, name))
    }
  })
}

/** GrowthBook's reading: nothing to choose from holds. */
function holdsAny(conditions: readonly ConditionValue[], scope: Scope): boolean {
  return conditions.length === 0 || conditions.some((inner) => holdsWithin(inner, scope))
}

/** A segment that is not there holds for nobody, as Unleash has it. */
function holdsSegment(name: ConditionValue, scope: Scope): boolean {
  const segment = typeof name === 'string' ? scope.segments.get(name) : undefined
  if (segment === undefined || scope.depth >= segmentDepth) return false
  return holdsWithin(segment, { ...scope, depth: scope.depth + 1 })
}

function matches(operator: string, actual: unknown, operand: ConditionValue): boolean {
  switch (operator) {
    case '$not':
      return !holdsFor(operand, actual)
    case '$size':
      return Array.isArray(actual) && holdsFor(operand, actual.length)
    case '$elemMatch':
      return Array.isArray(actual) && actual.some((element) => holdsForElement(operand, element))
    case '$all':
      return holdsForAll(operand, actual, (wanted, value) => holdsFor(wanted, value))
    case '$alli':
      return holdsForAll(operand, actual, (wanted, value) => isIn(value, [wanted], true))
    default:
      return matchesOperator(operator, actual, operand)
  }
}

function holdsForAll(
  operand: ConditionValue,
  actual: unknown,
  test: (wanted: ConditionValue, value: unknown) => boolean,
): boolean {
  if (!Array.isArray(operand) || !Array.isArray(actual)) return false
  return operand.every((wanted) => actual.some((value) => test(wanted, value)))
}

/** `wanted` is a plain value to be equal to, or an object of operators. */
function holdsFor(wanted: ConditionValue, actual: unknown): boolean {
  if (isObject(wanted) && isOperators(wanted)) {
    return Object.entries(wanted).every(([operator, operand]) => matches(operator, actual, operand))
  }
  if (typeof wanted === 'string') return (actual ?? null) !== null && String(actual) === wanted
  if (typeof wanted === 'number') return (actual ?? null) !== null && Number(actual) === wanted
  if (typeof wanted === 'boolean') return (actual ?? null) !== null && Boolean(actual) === wanted
  if (wanted === null) return (actual ?? null) === null
  return JSON.stringify(actual) === JSON.stringify(wanted)
}

/** Of an element of a list: operators for it, or a condition over its own fields. */
function holdsForElement(wanted: ConditionValue, element: unknown): boolean {
  if (!isObject(wanted) || isOperators(wanted)) return holdsFor(wanted, element)
  return isObject(element) && holds(wanted, element)
}

function isOperators(value: Condition): boolean {
  const names = Object.keys(value)
  return names.length > 0 && names.every((name) => name.startsWith('$'))
}

function attributeAt(attributes: Attributes, path: string): unknown {
  let value: unknown = attributes
  for (const name of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return null
    value = value[name]
  }
  return value
}

function isObject<T>(value: T): value is T & { readonly [name: string]: ConditionValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
