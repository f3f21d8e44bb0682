/** The country's divisions by their codes of six digits: province `440000`, city `440100`, county `440103`. */
import { areaList } from '@vant/area-data'

export interface Division {
  code: string
  name: string
}

/** Children of a province or a city; of nothing, the provinces. */
export function divisionsOf(parent: string | undefined): Division[] {
  if (parent === undefined) return known('province').all
  if (parent.endsWith('0000')) return known('city').below(parent.slice(0, 2))
  return parent.endsWith('00') ? known('county').below(parent.slice(0, 4)) : []
}

interface Level {
  all: Division[]
  below: (prefix: string) => Division[]
}

const levels = new Map<string, Level>()

function known(level: 'province' | 'city' | 'county'): Level {
  const made = levels.get(level) ?? makeLevel(areaList[`${level}_list`], level === 'city' ? 2 : 4)
  levels.set(level, made)
  return made
}

function makeLevel(list: Readonly<Record<string, string>>, prefixLength: number): Level {
  const all = Object.entries(list).map(([code, name]) => ({ code, name }))
  const groups = new Map<string, Division[]>()
  for (const division of all) {
    const prefix = division.code.slice(0, prefixLength)
    const group = groups.get(prefix)
    if (group === undefined) groups.set(prefix, [division])
    else group.push(division)
  }
  return { all, below: (prefix) => groups.get(prefix) ?? [] }
}
