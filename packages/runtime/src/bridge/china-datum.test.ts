import { expect, test } from 'vitest'
import { fromChinaDatum, toChinaDatum } from './china-datum.ts'

/** Published pairs: Shanghai, Shenzhen, Beijing. */
const pairs = [
  [31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
  [22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
  [39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
] as const

test.each(pairs)(
  'WGS-84 %f %f is GCJ-02 %f %f, within a metre',
  (latitude, longitude, chinaLatitude, chinaLongitude) => {
    const there = toChinaDatum({ latitude, longitude })
    expect(Math.abs(there.latitude - chinaLatitude)).toBeLessThan(1e-5)
    expect(Math.abs(there.longitude - chinaLongitude)).toBeLessThan(1e-5)
  },
)

test.each(pairs)('and back again', (latitude, longitude) => {
  const back = fromChinaDatum(toChinaDatum({ latitude, longitude }))
  expect(Math.abs(back.latitude - latitude)).toBeLessThan(1e-8)
  expect(Math.abs(back.longitude - longitude)).toBeLessThan(1e-8)
})

test('outside of China both are the same', () => {
  const paris = { latitude: 48.8566, longitude: 2.3522 }
  expect(toChinaDatum(paris)).toEqual(paris)
  expect(fromChinaDatum(paris)).toEqual(paris)
})
