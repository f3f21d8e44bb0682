/**
 * The contract's tables of `wx.*` and of the components, as the worker needs them. Their rows also feed the compiler and the documentation;
 * a phone downloads only the names that `wx.canIUse` and the soft stand-ins ask for.
 */
import { componentSpecs } from '@banyan/contract/components'
import { wxFunctions } from '@banyan/contract/wx-api'
import { laterFunctions } from './src/api/later-functions.ts'
import { softFunctions } from './src/api/soft-functions.ts'
import type { Plugin } from 'esbuild'

export function workerTables(): Plugin {
  return {
    name: 'worker-tables',
    setup(build) {
      build.onLoad({ filter: /[\\/]contract[\\/]src[\\/]wx-api\.ts$/ }, () => ({ contents: functionTable() }))
      build.onLoad({ filter: /[\\/]api[\\/]soft-functions\.ts$/ }, () => ({
        contents: kindTable('softFunctions', softFunctions),
      }))
      build.onLoad({ filter: /[\\/]api[\\/]later-functions\.ts$/ }, () => ({
        contents: kindTable('laterFunctions', laterFunctions),
      }))
      build.onLoad({ filter: /[\\/]contract[\\/]src[\\/]components\.ts$/ }, () => ({ contents: componentTable() }))
    },
  }
}

/** Degraded is as good as real here. */
function functionTable(): string {
  const lists = Map.groupBy(Object.entries(wxFunctions), ([, { support }]) => (support === 'soft' ? 'soft' : 'real'))
  const table = Object.fromEntries(
    Array.from(lists, ([support, rows]) => [support, rows.map(([name]) => name).join(' ')]),
  )
  return `export const wxFunctions = {}
for (const [support, names] of Object.entries(${JSON.stringify(table)}))
  for (const name of names.split(' ')) wxFunctions[name] = { support }`
}

function kindTable(variable: string, functions: Readonly<Record<string, string>>): string {
  const kinds = Map.groupBy(Object.entries(functions), ([, kind]) => kind)
  const table = Object.fromEntries(Array.from(kinds, ([kind, rows]) => [kind, rows.map(([name]) => name).join(' ')]))
  return `export const ${variable} = {}
for (const [kind, names] of Object.entries(${JSON.stringify(table)}))
  for (const name of names.split(' ')) ${variable}[name] = kind`
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
