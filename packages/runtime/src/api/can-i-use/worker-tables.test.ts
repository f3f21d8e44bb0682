import { componentSpecs } from '@banyan/contract/components'
import { wxFunctions } from '@banyan/contract/wx-api'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { workerTables } from '../../../build-tables.ts'
import { canIUse } from './logic/can-i-use.ts'

test('wx.canIUse of a built runtime answers as from the whole tables', async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('logic/can-i-use.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [workerTables()],
  })
  const code = outputFiles[0]?.text ?? ''
  const built: { canIUse: typeof canIUse } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const schemas = [
    ...Object.keys(wxFunctions),
    ...Object.entries(componentSpecs).flatMap(([tag, { attributes, events }]) => [
      tag,
      `${tag}.unheard-of`,
      ...Object.keys(attributes).map((name) => `${tag}.${name}`),
      ...events.map((name) => `${tag}.bind${name}`),
    ]),
    'unheardOf',
    'Page',
  ]
  expect(schemas.filter((schema) => built.canIUse(schema) !== canIUse(schema))).toEqual([])
})
