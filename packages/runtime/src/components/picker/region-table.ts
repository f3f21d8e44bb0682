/** The country's divisions by their codes of six digits: province `440000`, city `440100`, county `440103`. */
import type { Division, Divisions } from './region-columns.ts'

/** The extra part `regions`: code -> name. */
export interface RegionTable {
  province_list: Readonly<Record<string, string>>
  city_list: Readonly<Record<string, string>>
  county_list: Readonly<Record<string, string>>
}

export function openRegionTable(table: RegionTable): Divisions {
  const provinces = divisions(table.province_list)
  const cities = grouped(table.city_list, 2)
  const counties = grouped(table.county_list, 4)
  return (parent) => {
    if (parent === undefined) return provinces
    if (parent.endsWith('0000')) return cities.get(parent.slice(0, 2)) ?? []
    return parent.endsWith('00') ? (counties.get(parent.slice(0, 4)) ?? []) : []
  }
}

function grouped(list: Readonly<Record<string, string>>, prefixLength: number): Map<string, Division[]> {
  const groups = new Map<string, Division[]>()
  for (const division of divisions(list)) {
    const prefix = division.code.slice(0, prefixLength)
    const group = groups.get(prefix)
    if (group === undefined) groups.set(prefix, [division])
    else group.push(division)
  }
  return groups
}

function divisions(list: Readonly<Record<string, string>>): Division[] {
  return Object.entries(list).map(([code, name]) => ({ code, name }))
}
