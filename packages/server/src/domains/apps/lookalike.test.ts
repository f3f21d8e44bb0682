import { describe, expect, it } from 'vitest'
import { looksLike } from './lookalike.ts'

describe('a name', () => {
  it.each([
    ['PayPal', 'Рaypаl'],
    ['PayPal', 'paypa1'],
    ['微信支付', '微信 支付'],
    ['微信支付', '微·信·支·付'],
    ['榕树小店', '榕樹小店'.replace('樹', '树')],
    ['ＢＡＮＹＡＮ', 'banyan'],
    ['Café Lumière', 'cafe lumiere'],
    ['modern store', 'rnodern st0re'],
    ['Corner Shop Online', 'Corner Shopp Online'],
    ['日本料理', '曰本料理'],
    ['a\u200bbc shop', 'abc shop'],
  ])('%s looks like %s', (one, other) => expect(looksLike(one, other)).toBe(true))

  it.each([
    ['Shop', 'Shot'],
    ['Tea', 'Sea'],
    ['微信支付', '微信读书'],
    ['Corner Shop', 'Corner Store'],
    ['!!!', '???'],
    ['Weather', 'Leather bags'],
  ])('%s does not look like %s', (one, other) => expect(looksLike(one, other)).toBe(false))
})
