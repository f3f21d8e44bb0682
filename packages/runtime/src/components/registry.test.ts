import { componentSpecs } from '@banyan/contract/components'
import { expect, test } from 'vitest'
import { hoverAttributes } from '../view/hover.ts'
import { laterTags } from './later-tags.ts'
import { laterBuiltIns } from './registry-later.ts'
import { builtIns } from './registry.ts'

const definitions = [...builtIns.values(), ...laterBuiltIns]

test('components take only attributes that the table of components names', () => {
  const unknown: string[] = []
  for (const { tag, attributes, hover } of definitions) {
    const spec = componentSpecs[tag]
    const names = hover === undefined ? attributes : [...attributes, ...hoverAttributes]
    for (const name of names) if (spec?.attributes[name] === undefined) unknown.push(`${tag} ${name}`)
  }
  expect(unknown).toEqual([])
})

test('every component that the table calls real is there', () => {
  const missing = Object.entries(componentSpecs).filter(
    ([tag, { support }]) => support === 'real' && !definitions.some((definition) => definition.tag === tag),
  )
  // What only groups others needs no definition.
  expect(missing.map(([tag]) => tag)).toEqual(['custom-wrapper'])
})

test('the tags of the later components are known ahead', () => {
  expect([...laterTags].sort()).toEqual(laterBuiltIns.map(({ tag }) => tag).sort())
  expect(laterBuiltIns.filter(({ tag }) => builtIns.has(tag))).toEqual([])
})
