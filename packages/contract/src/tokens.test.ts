import { expect, test } from 'vitest'
import { contrastRatio, darkColors, lightColors, textPairs } from './tokens.ts'

test('every pair of colours used for text has a contrast of at least 4.5 in both themes', () => {
  expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21)
  for (const colors of [lightColors, darkColors]) {
    for (const [text, ground] of textPairs) {
      expect(contrastRatio(colors[text], colors[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})
