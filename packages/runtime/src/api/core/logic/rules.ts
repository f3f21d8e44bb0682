/** Parameter checks in WeChat's words. */
import { isRecord } from '../../../logic/values.ts'

type Kind = 'String' | 'Number' | 'Boolean' | 'Array' | 'Object' | 'Function' | 'ArrayBuffer'

/** Name -> kind; a question mark lets the key be missing: `{ url: 'String', delta: 'Number?' }`. */
export type Rules = Readonly<Record<string, Kind | `${Kind}?`>>

/** `parameter.url should be String instead of Undefined;` for each parameter that is wrong, or undefined when all is well. */
export function describeViolation(options: Readonly<Record<string, unknown>>, rules: Rules): string | undefined {
  let violations = ''
  for (const [name, rule] of Object.entries(rules)) {
    const value = options[name]
    if (rule.endsWith('?') && !(name in options)) continue
    const kind = rule.replace('?', '')
    if (kindOf(value) !== kind) violations += `parameter.${name} should be ${kind} instead of ${kindOf(value)};`
  }
  return violations === '' ? undefined : violations
}

export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}

export function readText(options: unknown, name: string): string | undefined {
  const value = isRecord(options) ? options[name] : undefined
  return typeof value === 'string' ? value : undefined
}

export function readNumber(options: unknown, name: string): number | undefined {
  const value = isRecord(options) ? options[name] : undefined
  return typeof value === 'number' && !Number.isNaN(value) ? value : undefined
}
