import { expect, test } from 'vitest'
import { multipart } from './multipart.ts'

test('what is written is read back: fields in their order, then the file with its name, type and bytes', async () => {
  const bytes = new Uint8Array([0, 13, 10, 45, 45, 255])
  const { contentType, body } = multipart(
    [
      ['kind', 'a note\nof two lines'],
      ['quoted "name"', '榕树'],
    ],
    { name: 'doc', fileName: '照片 "1".png', file: new Blob([bytes], { type: 'image/png' }) },
  )
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
  const names = [...form.keys()]
  expect(names[0]).toBe('kind')
  expect(names.at(-1)).toBe('doc')
  expect(form.get('kind')).toBe('a note\r\nof two lines')
  expect([...form.values()][1]).toBe('榕树')
  const file = form.get('doc')
  if (!(file instanceof File)) throw new Error('the file is a text')
  expect(file.name).toContain('照片')
  expect(file.type).toBe('image/png')
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
})

test('a file without a type is a stream of bytes, and no name breaks out of its header', async () => {
  const { body } = multipart([], { name: 'a"\r\nX-Evil: 1', fileName: 'b', file: new Blob(['x']) })
  const text = await body.text()
  expect(text).toContain('name="a%22%0D%0AX-Evil: 1"')
  expect(text).toContain('Content-Type: application/octet-stream\r\n\r\nx\r\n')
})
