import { expect, test } from 'vitest'
import { colorsOfBrand } from './brand.ts'
import { contrastRatio, darkColors, lightColors, textPairs } from './tokens.ts'

test('whatever colour an owner chooses, every pair used for text is readable in both themes', () => {
  const levels = ['00', '33', '80', 'C0', 'FF']
  const colors = levels.flatMap((red) => levels.flatMap((green) => levels.map((blue) => `#${red}${green}${blue}`)))
  for (const color of colors) {
    const { light, dark } = colorsOfBrand(color)
    for (const theme of [light, dark])
      for (const [text, ground] of textPairs)
        expect(contrastRatio(theme[text], theme[ground]), `${color}: ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
})

test('a colour that can be read stays as it was chosen, and the own one is the brand book', () => {
  expect(colorsOfBrand('#1D4ED8').light.primary).toBe('#1D4ED8')
  expect(colorsOfBrand('#FFD400').light.primary).not.toBe('#FFD400')
  expect(colorsOfBrand('#0b7a63')).toEqual({ light: lightColors, dark: darkColors })
})
