import type { ConditionValue } from '@banyan/contract/conditions'
import { isInNetworks } from './networks.ts'
import { matchesPattern } from './patterns.ts'
import { comparePaddedVersions, compareVersions } from './versions.ts'

/** Operators that look at nothing but the value; one that does not exist holds for nobody. */
export function matchesOperator(operator: string, actual: unknown, operand: ConditionValue): boolean {
  switch (operator) {
    case '$eq':
      return isSame(actual, operand)
    case '$ne':
      return !isSame(actual, operand)
    case '$lt':
      return compare(actual, operand, (order) => order < 0)
    case '$lte':
      return compare(actual, operand, (order) => order <= 0)
    case '$gt':
      return compare(actual, operand, (order) => order > 0)
    case '$gte':
      return compare(actual, operand, (order) => order >= 0)
    case '$exists':
      return operand === ((actual ?? null) !== null)
    case '$type':
      return typeName(actual) === operand
    case '$regex':
    case '$regexi':
      return (
        typeof operand === 'string' && isText(actual) && matchesPattern(operand, String(actual), operator === '$regexi')
      )
    case '$cidr':
      return typeof actual === 'string' && isInNetworks(actual, texts(operand))
    case '$before':
      return compareDates(actual, operand, (order) => order < 0)
    case '$after':
      return compareDates(actual, operand, (order) => order > 0)
    default:
      return matchesList(operator, actual, operand)
  }
}

function matchesList(operator: string, actual: unknown, operand: ConditionValue): boolean {
  const ignoresCase = operator.length > 3 && operator.endsWith('i')
  const name = ignoresCase ? operator.slice(0, -1) : operator
  switch (name) {
    case '$in':
      return Array.isArray(operand) && isIn(actual, operand, ignoresCase)
    case '$nin':
      return Array.isArray(operand) && !isIn(actual, operand, ignoresCase)
    case '$contains':
      return someText(actual, operand, ignoresCase, (text, part) => text.includes(part))
    case '$startsWith':
      return someText(actual, operand, ignoresCase, (text, part) => text.startsWith(part))
    case '$endsWith':
      return someText(actual, operand, ignoresCase, (text, part) => text.endsWith(part))
    default:
      return matchesVersion(operator, actual, operand)
  }
}

function matchesVersion(operator: string, actual: unknown, operand: ConditionValue): boolean {
  if (typeof operand !== 'string' || !isText(actual)) return false
  const strict = compareVersions(String(actual), operand)
  const order = strict ?? comparePaddedVersions(String(actual), operand)
  switch (operator) {
    case '$veq':
      return order === 0
    case '$vne':
      return order !== 0
    case '$vlt':
      return order < 0
    case '$vlte':
      return order <= 0
    case '$vgt':
      return order > 0
    case '$vgte':
      return order >= 0
    default:
      return false
  }
}

/** Numbers compare as numbers even when one of them came as text; what is missing counts as 0 beside a number. */
function compare(actual: unknown, operand: ConditionValue, accepts: (order: number) => boolean): boolean {
  if (typeof actual === 'string' && typeof operand === 'string') {
    return accepts(actual < operand ? -1 : actual > operand ? 1 : 0)
  }
  const one = asNumber(actual)
  const other = asNumber(operand)
  return !Number.isNaN(one) && !Number.isNaN(other) && accepts(one - other)
}

function asNumber(value: unknown): number {
  if (value === null || value === undefined) return 0
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? Number(value) : NaN
}

function compareDates(actual: unknown, operand: ConditionValue, accepts: (order: number) => boolean): boolean {
  if (!isText(actual) || (typeof operand !== 'string' && typeof operand !== 'number')) return false
  const order = new Date(actual).getTime() - new Date(operand).getTime()
  return !Number.isNaN(order) && accepts(order)
}

function isSame(actual: unknown, operand: ConditionValue): boolean {
  return (actual ?? null) === operand
}

/** A list on the user's side: one common element is enough. */
export function isIn(actual: unknown, wanted: readonly ConditionValue[], ignoresCase: boolean): boolean {
  const fold = (value: unknown): unknown => (ignoresCase && typeof value === 'string' ? value.toLowerCase() : value)
  const values = wanted.map(fold)
  const all: readonly unknown[] = Array.isArray(actual) ? actual : [actual ?? null]
  return all.some((value) => values.includes(fold(value)))
}

function someText(
  actual: unknown,
  operand: ConditionValue,
  ignoresCase: boolean,
  test: (text: string, part: string) => boolean,
): boolean {
  if (!isText(actual)) return false
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text)
  const text = fold(String(actual))
  return texts(operand).some((part) => test(text, fold(part)))
}

function texts(operand: ConditionValue): string[] {
  const all = Array.isArray(operand) ? operand : [operand]
  return all.filter((value) => typeof value === 'string')
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  const name = typeof value
  return name === 'string' || name === 'number' || name === 'boolean' || name === 'object' ? name : 'unknown'
}
