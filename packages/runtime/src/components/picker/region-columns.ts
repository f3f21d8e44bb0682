/** Wheels of `mode="region"`: each depends on the one before it. */
import { toText } from '../../view/to-text.ts'
import type { PickerColumns } from './columns.ts'

export interface Division {
  code: string
  name: string
}

/** Children of a province or a city; of nothing, the provinces. */
export type Divisions = (parent: string | undefined) => readonly Division[]

export interface RegionInput {
  value: unknown
  /** `province`, `city`, `region` or `sub-district`. */
  level: string
  /** Stands at the top of each wheel and means "any". */
  customItem: string
}

/** The value of `change` in this mode. Below a choice of the custom item there is nothing to name by code. */
export interface RegionValue {
  value: string[]
  code: string[]
  postcode: string
}

const depths: Readonly<Record<string, number>> = { province: 1, city: 2 }

export function regionColumns(divisions: Divisions, input: RegionInput): PickerColumns {
  const depth = depths[input.level] ?? 3
  const named: unknown[] = Array.isArray(input.value) ? input.value : []
  return build(divisions, { depth, customItem: input.customItem }, (column, list) => {
    const name = toText(named[column] ?? '')
    const exact = list.findIndex((division) => division.name === name || division.code === name)
    // Names without their last word ("广东" for "广东省") are taken too.
    return exact >= 0 || name === '' ? exact : list.findIndex((division) => division.name.startsWith(name))
  })
}

interface Shape {
  depth: number
  customItem: string
}

/** `choose` names the place in a list, -1 for none. */
function build(
  divisions: Divisions,
  shape: Shape,
  choose: (column: number, list: readonly Division[]) => number,
): PickerColumns {
  const offset = shape.customItem === '' ? 0 : 1
  const lists: (readonly Division[])[] = []
  const indexes: number[] = []
  let parent: string | undefined
  let isAny = false
  for (let column = 0; column < shape.depth; column++) {
    const list: readonly Division[] = isAny ? [] : divisions(parent)
    const at = choose(column, list)
    const index = at >= 0 ? Math.min(at, list.length - 1) : offset > 0 ? -1 : 0
    lists.push(list)
    indexes.push(index + offset)
    parent = list[index]?.code
    isAny = parent === undefined
  }
  const chosen = (places: readonly number[]): (Division | undefined)[] =>
    lists.map((list, column) => list[(places[column] ?? 0) - offset])
  return {
    columns: lists.map((list) => [...(offset > 0 ? [shape.customItem] : []), ...list.map(({ name }) => name)]),
    indexes,
    valueOf: (places): RegionValue => {
      const found = chosen(places)
      return {
        value: found.map((division) => division?.name ?? shape.customItem),
        code: found.flatMap((division) => division?.code ?? []),
        postcode: '',
      }
    },
    following: (places) => {
      const found = chosen(places)
      // A wheel below one that moved starts at its first row again.
      const moved = places.findIndex((place, column) => place !== indexes[column])
      return build(divisions, shape, (column, list) => {
        if (moved >= 0 && column > moved) return offset > 0 ? -1 : 0
        return list.findIndex((division) => division.code === found[column]?.code)
      })
    },
  }
}
