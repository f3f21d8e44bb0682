import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateParameters } from './wx-parameters.ts'

test('the committed table of parameters is the one that the typings give', () => {
  const committed = readFileSync(new URL('../packages/contract/src/wx-api/parameters.ts', import.meta.url), 'utf8')
  expect(committed).toBe(generateParameters())
  expect(committed).toContain('  requestPayment timeStamp:S nonceStr:S package:S paySign:S\n')
})
