/** A part of the report that is measured and judged by itself. */
export interface Floor {
  readonly name: string
  readonly measured: string
  readonly floor: string
  readonly holds: boolean
}

export interface Section {
  readonly title: string
  /** What was measured, and how. */
  readonly note: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly floors: readonly Floor[]
}

export function atMost(name: string, value: number, { limit, unit }: { limit: number; unit: string }): Floor {
  const digits = unit === 'x' ? 2 : value < 10 ? 1 : 0
  return { name, measured: `${value.toFixed(digits)} ${unit}`, floor: `${limit} ${unit}`, holds: value <= limit }
}
