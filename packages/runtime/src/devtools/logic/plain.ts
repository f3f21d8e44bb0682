/** A copy of a value that crosses to a panel: functions, cycles and depths become words. */
const maxDepth = 24
const maxNodes = 20_000

export function plain(value: unknown): unknown {
  const above: object[] = []
  let nodes = 0
  const copy = (part: unknown): unknown => {
    nodes += 1
    if (nodes > maxNodes) return '[…]'
    if (typeof part === 'function') return `[Function ${part.name}]`
    if (typeof part === 'symbol' || typeof part === 'bigint') return String(part)
    if (part === undefined || part === null || typeof part !== 'object') return part
    if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) return `[${part.byteLength} bytes]`
    if (part instanceof Error) return part.stack ?? String(part)
    if (above.includes(part)) return '[Circular]'
    if (above.length >= maxDepth) return '[…]'
    above.push(part)
    try {
      if (Array.isArray(part)) return part.map(copy)
      if (part instanceof Date || part instanceof RegExp) return String(part)
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, copy(inner)]))
    } finally {
      above.pop()
    }
  }
  return copy(value)
}
