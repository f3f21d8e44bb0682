/**
 * The contract's tables of `wx.*` and of the components, as the worker needs them. Their rows also feed the compiler and the documentation;
 * a phone downloads only the names that `wx.canIUse` and the soft stand-ins ask for.
 */
import { componentSpecs } from '@banyan/contract/components'
import { wxFunctions } from '@banyan/contract/wx-api'
import { laterFunctions } from './src/api/later-functions.ts'
import type { Plugin } from 'esbuild'

export function workerTables(): Plugin {
  return {
    name: 'worker-tables',
    setup(build) {
      build.onLoad({ filter: /[\\/]contract[\\/]src[\\/]wx-api\.ts$/ }, () => ({ contents: functionTable() }))
      build.onLoad({ filter: /[\\/]api[\\/]later-functions\.ts$/ }, () => ({ contents: laterTable() }))
      build.onLoad({ filter: /[\\/]contract[\\/]src[\\/]components\.ts$/ }, () => ({ contents: componentTable() }))
    },
  }
}

/** `kind` counts only for what is soft, and degraded is as good as real. */
function functionTable(): string {
  const rows = Object.entries(wxFunctions)
  const lists = new Map<string, string[]>()
  for (const [name, { support, kind }] of rows) {
    const key = support === 'soft' ? kind : ''
    lists.set(key, [...(lists.get(key) ?? []), name])
  }
  const table = Object.fromEntries(Array.from(lists, ([kind, names]) => [kind, names.sort().join(' ')]))
  return `export const wxFunctions = {}
for (const [kind, names] of Object.entries(${JSON.stringify(table)})) {
  for (const name of names.split(' ')) wxFunctions[name] = { kind, support: kind ? 'soft' : 'real' }
}`
}

function laterTable(): string {
  const kinds = Map.groupBy(Object.entries(laterFunctions), ([, kind]) => kind)
  const table = Object.fromEntries(Array.from(kinds, ([kind, rows]) => [kind, rows.map(([name]) => name).join(' ')]))
  return `export const laterFunctions = {}
for (const [kind, names] of Object.entries(${JSON.stringify(table)}))
  for (const name of names.split(' ')) laterFunctions[name] = kind`
}

/** Inert components can never be used, which is the same as not to be in the table; the kinds of attributes do not count. */
function componentTable(): string {
  const rows = Object.entries(componentSpecs)
    .filter(([, { support }]) => support !== 'inert')
    .map(([tag, { attributes, events }]) => [tag, Object.keys(attributes).join(' '), events.join(' ')].join())
  return `export const componentSpecs = {}
for (const row of ${JSON.stringify(rows.join(';'))}.split(';')) {
  const [tag, names, events] = row.split(',')
  const attributes = {}
  for (const name of names.split(' ')) if (name) attributes[name] = 'any'
  componentSpecs[tag] = { support: 'real', attributes, events: events.split(' ') }
}`
}
