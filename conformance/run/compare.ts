/** Compares what was seen with what was wanted; each answer is undefined when it holds, else what was there. */
import type { NumberIs, TextIs } from '../steps.ts'

export type Wanted = TextIs | NumberIs

export function tidy(text: string): string {
  // Only what templates are indented with: a no-break or wide space is a part of the text.
  return text.replace(/[ \t\r\n]+/g, ' ').trim()
}

export function compareText(seen: string, wanted: TextIs): string | undefined {
  const text = tidy(seen)
  const holds =
    'is' in wanted
      ? text === tidy(wanted.is)
      : 'has' in wanted
        ? text.includes(tidy(wanted.has))
        : 'lacks' in wanted
          ? !text.includes(tidy(wanted.lacks))
          : new RegExp(wanted.matches, 'u').test(text)
  return holds ? undefined : JSON.stringify(text.slice(0, 500))
}

export function compareNumber(seen: number, wanted: NumberIs, tolerance = 0): string | undefined {
  const holds =
    'is' in wanted
      ? Math.abs(seen - wanted.is) <= (wanted.tolerance ?? tolerance)
      : (!('atLeast' in wanted) || seen >= wanted.atLeast) && (wanted.atMost === undefined || seen <= wanted.atMost)
  return holds ? undefined : String(seen)
}

export function isNumberWanted(wanted: object): wanted is NumberIs {
  return 'atLeast' in wanted || 'atMost' in wanted || ('is' in wanted && typeof wanted.is === 'number')
}

export function compare(seen: string | number, wanted: Wanted, tolerance = 0): string | undefined {
  if (isNumberWanted(wanted)) {
    return compareNumber(typeof seen === 'number' ? seen : Number.parseFloat(seen), wanted, tolerance)
  }
  return compareText(String(seen), wanted)
}

export function compareLists(seen: readonly string[], wanted: readonly string[]): string | undefined {
  const isSame = seen.length === wanted.length && seen.every((text, index) => tidy(text) === tidy(wanted[index] ?? ''))
  return isSame ? undefined : JSON.stringify(seen)
}

/** JSON that says the same, whatever the order of its keys. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  const left = new Map(Object.entries(a))
  const right = new Map(Object.entries(b))
  return keys.length === right.size && keys.every((key) => right.has(key) && isSameJson(left.get(key), right.get(key)))
}

/** `detail.touches.0.pageX` of a value. */
export function fieldOf(value: unknown, path: string): unknown {
  let at = value
  for (const name of path === '' ? [] : path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined
    at = new Map(Object.entries(at)).get(name)
  }
  return at
}
