import { expect, test } from 'vitest'
import { resample, wavHeader } from './host/pcm-capture.ts'

test('takes every second sample at half the rate and goes on where the block ended', () => {
  const block = Float32Array.from([0, 0.5, 1, -0.5, -1])
  const { bytes, rest } = resample([block], 2, 0)
  const view = new DataView(bytes.buffer)
  expect([view.getInt16(0, true), view.getInt16(2, true), view.getInt16(4, true)]).toEqual([0, 32767, -32767])
  expect(rest).toBe(1)
})

test('two channels stand side by side', () => {
  const { bytes } = resample([Float32Array.from([1, 1]), Float32Array.from([-1, -1])], 1, 0)
  const view = new DataView(bytes.buffer)
  expect([0, 2, 4, 6].map((at) => Math.sign(view.getInt16(at, true)))).toEqual([1, -1, 1, -1])
})

test('the header of a WAV file says rate, channels and length', () => {
  const view = new DataView(wavHeader(1000, 16_000, 2))
  expect([
    view.getUint32(4, true),
    view.getUint16(22, true),
    view.getUint32(24, true),
    view.getUint32(40, true),
  ]).toEqual([1036, 2, 16_000, 1000])
})
