import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from '../../view/testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

const field = {
  key: 'i',
  style: 'height:40px',
  'on:input': 1,
  'on:focus': 1,
  'on:blur': 1,
  'on:confirm': 1,
  'on:change': 1,
  'model:value': true,
}

test('reports typing with value and cursor, bound values, focus, confirm, change and blur', async () => {
  const view = await frames.open()
  await view.render([['input', { ...field, placeholder: '姓名' }]])
  await view.frame.locator('wx-input').tap()
  await view.event('focus')
  await view.page.keyboard.type('ab')
  await view.until(() => view.events('input').length === 2, 'two inputs')
  expect(view.events('input').map(({ detail }) => detail)).toMatchObject([
    { value: 'a', cursor: 1 },
    { value: 'ab', cursor: 2 },
  ])
  expect(view.fromWorker.filter(({ type }) => type === 'model').at(-1)).toMatchObject({
    name: 'value',
    value: 'ab',
    node: view.id('i'),
  })
  await view.page.keyboard.press('Enter')
  await view.event('blur')
  expect(view.events().map(({ name }) => name)).toEqual(['focus', 'input', 'input', 'confirm', 'change', 'blur'])
  await view.close()
})

test('the echo of an earlier value does not undo what was typed after it, another value does', async () => {
  const view = await frames.open()
  await view.render([['input', field]])
  const shown = () => view.frame.evaluate(() => document.querySelector('input')?.value)
  await view.frame.locator('input').focus()
  await view.page.keyboard.type('ab')
  await view.set('i', 'value', 'a')
  expect(await shown()).toBe('ab')
  await view.set('i', 'value', 'AB!')
  expect(await shown()).toBe('AB!')
  await view.close()
})

test('keeps its hands off the text while an input method composes', async () => {
  const view = await frames.open()
  await view.render([['input', field]])
  await view.frame.locator('input').focus()
  const session = await view.page.context().newCDPSession(view.page)
  await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 })
  await view.set('i', 'value', 'overwritten')
  expect(await view.frame.evaluate(() => document.querySelector('input')?.value)).toBe('ni')
  expect(view.events('input')).toEqual([])
  await session.send('Input.insertText', { text: '你' })
  expect((await view.event('input')).detail).toMatchObject({ value: '你' })
  expect(view.events('input')).toHaveLength(1)
  await view.close()
})

test('a disabled input lets taps through to what is around it', async () => {
  const view = await frames.open()
  await view.render([
    ['view', { key: 'row', 'on:tap': 1 }, ['input', { disabled: true, value: 'x', style: 'height:40px' }]],
  ])
  await view.touch([[100, 20]])
  await view.event('tap')
  expect(await view.frame.evaluate(() => document.activeElement?.localName)).toBe('body')
  await view.close()
})

test('takes maxlength, kind of keyboard, password and focus from its attributes', async () => {
  const view = await frames.open()
  await view.render([
    ['input', { key: 'i', type: 'digit', maxlength: 3, value: '12345', 'confirm-type': 'search' }],
    ['input', { password: true, focus: true }],
  ])
  const read = () =>
    view.frame.evaluate(() =>
      [...document.querySelectorAll('input')].map((input) => [
        input.value,
        input.inputMode,
        input.type,
        input.enterKeyHint,
        input === document.activeElement,
      ]),
    )
  expect(await read()).toEqual([
    ['123', 'decimal', 'text', 'search', false],
    ['', 'text', 'password', 'done', true],
  ])
  await view.close()
})

test('a textarea grows with its lines and says how many there are', async () => {
  const view = await frames.open()
  await view.render([
    ['textarea', { key: 't', 'auto-height': true, style: 'width:300px;line-height:20px', 'on:linechange': 1 }],
  ])
  await view.frame.locator('textarea').focus()
  await view.page.keyboard.type('a\nb\nc')
  await view.until(
    () => view.events('linechange').some(({ detail }) => JSON.stringify(detail).includes('"lineCount":3')),
    'three lines',
  )
  expect(await view.frame.evaluate(() => document.querySelector('wx-textarea')?.clientHeight)).toBe(60)
  await view.close()
})
