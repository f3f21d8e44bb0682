import { expect, test } from 'vitest'
import { businessModels, modelOf, rulesOf } from './model.ts'

test('each way of business is known again by its rules, and a mixture is none of them', () => {
  for (const model of businessModels) expect(modelOf(rulesOf[model])).toBe(model)
  expect(modelOf({ flow: 'automatic', checksOwnership: true })).toBeUndefined()
  expect(modelOf({ flow: 'none', checksOwnership: false })).toBeUndefined()
})
