import { expect, test } from 'vitest'
import { encodeForm, readAnswer, shapeRequest } from './logic/request-body.ts'
import { TransferQueue } from './logic/task.ts'

test('GET puts data into the address, before the fragment', () => {
  const { url, data } = shapeRequest(
    { url: 'https://a/x?b=1#top', data: { c: '榕 树', d: { e: 1 }, f: undefined } },
    'GET',
  )
  expect(url).toBe('https://a/x?b=1&c=%E6%A6%95%20%E6%A0%91&d=%7B%22e%22%3A1%7D#top')
  expect(data).toBeUndefined()
})

test('POST sends JSON unless the header asks for a form', () => {
  expect(shapeRequest({ url: 'u', data: { a: 1 } }, 'POST')).toEqual({
    url: 'u',
    header: { 'content-type': 'application/json' },
    data: '{"a":1}',
  })
  const header = { 'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8' }
  expect(shapeRequest({ url: 'u', header, data: { a: 'x y' } }, 'POST').data).toBe(encodeForm({ a: 'x y' }))
  expect(shapeRequest({ url: 'u', data: 'plain' }, 'PUT').data).toBe('plain')
})

test('the answer is parsed as JSON when it is JSON', () => {
  const body = (text: string) => new TextEncoder().encode(text).buffer
  expect(readAnswer(body('{"a":1}'), {})).toEqual({ a: 1 })
  expect(readAnswer(body('<html>'), {})).toBe('<html>')
  expect(readAnswer(body('{"a":1}'), { dataType: 'text' })).toBe('{"a":1}')
  expect(readAnswer(body('abc'), { responseType: 'arraybuffer' })).toBeInstanceOf(ArrayBuffer)
})

test('an eleventh transfer waits for its turn', async () => {
  const queue = new TransferQueue()
  const ends: (() => void)[] = []
  let started = 0
  const runs = Array.from({ length: 12 }, () =>
    queue.run(() => {
      started += 1
      return new Promise<void>((resolve) => ends.push(resolve))
    }),
  )
  await Promise.resolve()
  expect(started).toBe(10)
  for (let count = 0; count < 12; count++) {
    await expect.poll(() => ends.length).toBeGreaterThan(count)
    ends[count]?.()
  }
  await Promise.all(runs)
  expect(started).toBe(12)
})
