import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from '../../view/testing/frame.ts'

const patient = { timeout: 10_000 }

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

test('what the handler of an input returns replaces the text, unless the user has typed on', async () => {
  const view = await frames.open()
  await view.render([['input', field]])
  const shown = () =>
    view.frame.evaluate(() => {
      const input = document.querySelector('input')
      return [input?.value, input?.selectionStart]
    })
  await view.frame.locator('input').focus()
  await view.page.keyboard.type('a1')
  const replace = (value: string, cursor: number | undefined, reported: string) =>
    view.send({ type: 'invoke', id: 0, node: view.id('i'), method: 'replaceInput', args: [value, cursor, reported] })
  await replace('a', undefined, 'a')
  await replace('a-1', 1, 'a1')
  await expect.poll(shown, patient).toEqual(['a-1', 1])
  await view.close()
})

test('a slow app takes no key away, and may answer the last one with anything', async () => {
  const view = await frames.open()
  await view.render([['input', field]])
  const type = async (text: string): Promise<void> => {
    const before = view.events('input').length
    await view.page.keyboard.type(text)
    await view.until(() => view.events('input').length === before + text.length, 'the keys')
  }
  const tell = (isBegin: boolean) =>
    view.send({ type: 'invoke', id: 0, node: view.id('i'), method: 'answerInput', args: [isBegin] })
  const answer = async (value?: string): Promise<void> => {
    await tell(true)
    if (value !== undefined) await view.set('i', 'value', value)
    await tell(false)
  }
  const shown = () => view.frame.evaluate(() => document.querySelector('input')?.value)
  await view.frame.locator('input').focus()
  await type('abc')
  await answer('A')
  await answer('AB')
  expect(await shown()).toBe('abc')
  await answer('ABC')
  await expect.poll(shown, patient).toBe('ABC')
  await type('1x')
  await answer()
  await answer('ABC1')
  await expect.poll(shown, patient).toBe('ABC1')
  await type('23')
  await answer('none')
  expect(await shown()).toBe('ABC123')
  await answer()
  await expect.poll(shown, patient).toBe('none')
  await view.close()
})

test('a field of numbers takes what its keyboard has, from a hardware keyboard too', async () => {
  const view = await frames.open()
  await view.render([['input', { ...field, type: 'number', maxlength: 4 }]])
  await view.frame.locator('input').focus()
  await view.page.keyboard.type('1a2-')
  await view.page.keyboard.insertText('x3y456')
  await view.until(() => view.events('input').length === 3, 'three inputs')
  expect(await view.frame.evaluate(() => document.querySelector('input')?.value)).toBe('1234')
  await view.close()
})

test('moves the cursor and the selection of a field in use when the app asks for it, and tells where they are', async () => {
  const view = await frames.open()
  await view.render([['input', { ...field, value: 'abcdef', 'on:selectionchange': 1 }]])
  await view.frame.locator('input').focus()
  await view.set('i', 'cursor', 2)
  await view.change((writer, id) => {
    writer.setAttribute(id('i'), 'selection-start', 1)
    writer.setAttribute(id('i'), 'selection-end', 3)
  })
  await expect
    .poll(() => view.events('selectionchange').at(-1)?.detail, patient)
    .toEqual({ selectionStart: 1, selectionEnd: 3 })
  await view.close()
})

test('asks the host for the height of the keyboard, and passes it on', async () => {
  const view = await frames.open({ keyboardHeightPx: 280 })
  await view.render([['input', { ...field, 'on:keyboardheightchange': 1 }]])
  await view.frame.locator('input').focus()
  await view.until(() => view.events('keyboardheightchange').length === 1, 'the keyboard')
  await view.frame.evaluate(() => document.querySelector('input')?.blur())
  await view.until(() => view.events('keyboardheightchange').length === 2, 'the keyboard going')
  expect(view.events('keyboardheightchange').map(({ detail }) => detail)).toEqual([
    { height: 280, duration: 250 },
    { height: 0, duration: 0 },
  ])
  await view.close()
})

test('a press beside the field ends the input, but not with hold-keyboard', async () => {
  const view = await frames.open()
  await view.render([
    ['input', { ...field, 'hold-keyboard': true }],
    ['view', { style: 'height:200px' }],
  ])
  const isFocused = () => view.frame.evaluate(() => document.activeElement?.localName === 'input')
  await view.touch([[100, 20]])
  await view.event('focus')
  await view.touch([[100, 150]])
  expect(await isFocused()).toBe(true)
  await view.set('i', 'hold-keyboard', false)
  await view.touch([[100, 150]])
  await view.event('blur')
  expect(await isFocused()).toBe(false)
  await view.close()
})

test('a textarea without auto-height tells its lines too', async () => {
  const view = await frames.open()
  await view.render([
    ['textarea', { style: 'width:300px;height:100px;line-height:20px', value: 'a\nb', 'on:linechange': 1 }],
  ])
  expect((await view.event('linechange')).detail).toMatchObject({ lineCount: 2, height: 40, lineHeight: 20 })
  await view.close()
})
