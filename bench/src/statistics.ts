export interface Summary {
  readonly median: number
  readonly min: number
  readonly max: number
  readonly count: number
}

export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
  return { median, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN, count: sorted.length }
}

export function describeRange({ median, min, max }: Summary): string {
  return `${median.toFixed(0)} (${min.toFixed(0)}-${max.toFixed(0)})`
}
