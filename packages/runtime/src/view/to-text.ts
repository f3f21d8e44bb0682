/** Text of an attribute's value. What has no sensible text shows nothing instead of `[object Object]`. */
export function toText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value)
    default:
      return ''
  }
}
