import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames, type TestFrame } from '../../view/testing/frame.ts'
import { formatChange } from './formats.ts'

const patient = { timeout: 10_000 }

let frames: Awaited<ReturnType<typeof launchFrames>>
let library = ''
beforeAll(async () => {
  frames = await launchFrames()
  const { outputFiles } = await build({
    entryPoints: [new URL('./library.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    define: { quillStyle: '""' },
  })
  library = outputFiles[0]?.text ?? ''
})
afterAll(() => frames.close())

const red = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'

async function openEditor(values: Record<string, unknown> = {}): Promise<TestFrame> {
  const view = await frames.open({ parts: { editor: library }, pictures: { 'https://example.test/a.png': red } })
  const events = Object.fromEntries(
    ['ready', 'focus', 'blur', 'input', 'statuschange'].map((name) => [`on:${name}`, 1]),
  )
  await view.render([['editor', { key: 'e', placeholder: '写点什么', ...events, ...values }]])
  await view.event('ready')
  return view
}

let lastCall = 1000
async function call(view: TestFrame, method: string, ...args: unknown[]): Promise<unknown> {
  const id = ++lastCall
  await view.send({ type: 'invoke', id, node: view.id('e'), method, args })
  const find = () => view.fromWorker.find((message) => message.type === 'invoked' && message.id === id)
  await view.until(() => find() !== undefined, method)
  const answer = find()
  if (answer?.type !== 'invoked') throw new Error(method)
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer.value
}

test('takes typing, tells input with html, text and delta, focus and blur, and is a text box by name', async () => {
  const view = await openEditor()
  const box = view.frame.getByRole('textbox', { name: '写点什么' })
  await box.tap()
  await view.event('focus')
  await view.page.keyboard.type('你好')
  await expect
    .poll(() => view.events('input').at(-1)?.detail, patient)
    .toEqual({
      html: '<p>你好</p>',
      text: '你好\n',
      delta: { ops: [{ insert: '你好\n' }] },
    })
  await call(view, 'blur')
  expect((await view.event('blur')).detail).toMatchObject({ text: '你好\n' })
  await view.close()
})

test('formats what is selected by WeChat’s names, tells the status, undoes and redoes', async () => {
  const view = await openEditor()
  await call(view, 'setContents', { delta: { ops: [{ insert: 'one two\n' }] } })
  await view.frame.getByRole('textbox').focus()
  await view.page.keyboard.press('Control+A')
  await call(view, 'format', 'bold')
  await call(view, 'format', 'backgroundColor', '#ff0000')
  await call(view, 'format', 'header', 2)
  await call(view, 'format', 'align', 'center')
  await expect
    .poll(() => view.events('statuschange').at(-1)?.detail, patient)
    .toEqual({ bold: true, backgroundColor: '#ff0000', header: 2, align: 'center' })
  expect(await call(view, 'getContents')).toMatchObject({
    delta: {
      ops: [
        { insert: 'one two', attributes: { bold: true, backgroundColor: '#ff0000' } },
        { insert: '\n', attributes: { header: 2, align: 'center' } },
      ],
    },
  })
  await call(view, 'format', 'bold')
  expect(JSON.stringify(await call(view, 'getContents'))).not.toContain('bold')
  await call(view, 'removeFormat')
  expect(JSON.stringify(await call(view, 'getContents'))).not.toContain('attributes')
  await call(view, 'undo')
  expect(JSON.stringify(await call(view, 'getContents'))).toContain('attributes')
  await call(view, 'redo')
  expect(JSON.stringify(await call(view, 'getContents'))).not.toContain('attributes')
  await expect(call(view, 'format', 'onclick', 'x')).rejects.toThrow('unknown format')
  await view.close()
})

test('inserts text, dividers and pictures, which the host fetches and whose address stays the app’s', async () => {
  const view = await openEditor()
  await call(view, 'insertText', { text: 'ab' })
  await call(view, 'insertDivider')
  const data = { id: 'abc', role: 'god' }
  await call(view, 'insertImage', { src: 'https://example.test/a.png', alt: 'A', width: '80%', data, extClass: 'wide' })
  const contents = await call(view, 'getContents')
  expect(contents).toMatchObject({
    html: expect.stringContaining('<img src="https://example.test/a.png" width="80%" alt="A"'),
    text: expect.stringContaining('ab'),
  })
  expect(JSON.stringify(contents)).toContain('"data-custom":"id=abc&role=god"')
  expect(JSON.stringify(contents)).toContain('{"insert":{"divider":true}}')
  await expect
    .poll(() => view.frame.evaluate(() => document.querySelector('img')?.src.startsWith('blob:')), patient)
    .toBe(true)
  await call(view, 'clear')
  expect(await call(view, 'getContents')).toMatchObject({ text: '\n' })
  await view.close()
})

test('HTML of the app becomes contents without scripts, handlers and unknown schemes', async () => {
  const view = await openEditor({ 'read-only': true })
  await call(view, 'setContents', {
    html: '<h1 onclick="evil()">T</h1><script>evil()</script><p style="color:red"><b>b</b></p><p><img src="javascript:evil()" onerror="evil()"></p><ul><li>x</li></ul>',
  })
  const { html, delta } = { html: '', delta: {}, ...Object(await call(view, 'getContents')) }
  expect(html).toContain('<h1>T</h1>')
  expect(html).toContain('<strong')
  expect(html).toContain('<ul><li>x</li></ul>')
  expect(JSON.stringify([html, delta])).not.toMatch(/evil|script|onclick/)
  expect(await view.frame.evaluate(() => document.querySelector('.ql-editor')?.getAttribute('contenteditable'))).toBe(
    'false',
  )
  expect(view.faults()).toEqual([])
  await view.close()
})

test('a list pasted from Word stays a list', async () => {
  const view = await openEditor()
  const box = view.frame.getByRole('textbox', { name: '写点什么' })
  await box.tap()
  await view.event('focus')
  const item = (text: string) =>
    `<p style="mso-list: l0 level1"><span style="mso-list: Ignore">·</span><b>${text}</b></p>`
  await box.evaluate(
    (node, html) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    `<html xmlns:w="urn:schemas-microsoft-com:office:word"><style>@list l0:level1 { mso-level-number-format: bullet }</style>${item('一')}${item('二')}</html>`,
  )
  await expect
    .poll(() => view.events('input').at(-1)?.detail, patient)
    .toMatchObject({
      html: expect.stringMatching('^<ul><li><strong>一</strong></li><li><strong>二</strong></li></ul>'),
    })
  expect(view.faults()).toEqual([])
  await view.close()
})

test('asking for a format that is there takes it away; header, list and short names read as WeChat’s', () => {
  expect(formatChange('color', 'red', { color: 'red' })).toEqual({ name: 'color', value: false })
  expect(formatChange('header', 'H2', {})).toEqual({ name: 'header', value: 2 })
  expect(formatChange('header', 2, { header: 2 })).toEqual({ name: 'header', value: false })
  expect(formatChange('list', 'check', {})).toEqual({ name: 'list', value: 'unchecked' })
  expect(formatChange('list', 'check', { list: 'checked' })).toEqual({ name: 'list', value: false })
  expect(formatChange('indent', '+1', {})).toEqual({ name: 'indent', value: '+1' })
  expect(formatChange('onclick', 'x', {})).toBeUndefined()
})
