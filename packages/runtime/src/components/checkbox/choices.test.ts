import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from '../../view/testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

test('a group hears of each change of its boxes, through labels too', async () => {
  const view = await frames.open()
  await view.render([
    [
      'checkbox-group',
      { 'on:change': 1 },
      ['label', { id: 'around' }, ['checkbox', { value: 'a' }], ['text', {}, 'first']],
      ['checkbox', { value: 'b', id: 'named' }],
      ['checkbox', { value: 'c', disabled: true, id: 'off' }],
    ],
    ['label', { for: 'named', id: 'pointer' }, 'second'],
  ])
  await view.frame.locator('#around wx-text').tap()
  await view.frame.locator('#pointer').tap()
  await view.frame.locator('#off').tap({ force: true })
  await view.until(() => view.events('change').length >= 2, 'two changes')
  expect(view.events('change').map(({ detail }) => detail)).toEqual([{ value: ['a'] }, { value: ['a', 'b'] }])
  await view.close()
})

test('radios of a group exclude each other and move by arrow keys', async () => {
  const view = await frames.open()
  await view.render([
    [
      'radio-group',
      { 'on:change': 1 },
      ['radio', { value: 'a', checked: true }, 'A'],
      ['radio', { value: 'b', 'model:checked': true }, 'B'],
    ],
  ])
  const checked = () =>
    view.frame.evaluate(() => [...document.querySelectorAll('wx-radio')].map((radio) => radio.ariaChecked))
  await view.frame.locator('wx-radio').nth(1).tap()
  expect((await view.event('change')).detail).toEqual({ value: 'b' })
  expect(await checked()).toEqual(['false', 'true'])
  await view.frame.locator('wx-radio').nth(1).focus()
  await view.page.keyboard.press('ArrowDown')
  await expect.poll(checked).toEqual(['true', 'false'])
  await view.close()
})

test('a switch tells its new state, by touch and by key', async () => {
  const view = await frames.open()
  await view.render([['switch', { 'on:change': 1, 'model:checked': true }]])
  await view.frame.locator('wx-switch').tap()
  expect((await view.event('change')).detail).toEqual({ value: true })
  await view.frame.locator('wx-switch').focus()
  await view.page.keyboard.press(' ')
  await view.until(() => view.events('change').length === 2, 'second change')
  expect(view.events('change')[1]?.detail).toEqual({ value: false })
  expect(view.fromWorker.filter(({ type }) => type === 'model')).toMatchObject([{ value: true }, { value: false }])
  await view.close()
})

test('a slider follows the finger in steps, says so on the way, and once at the end', async () => {
  const view = await frames.open()
  await view.render([
    ['slider', { min: 0, max: 10, step: 2, style: 'margin:20px 0', 'on:changing': 1, 'on:change': 1 }],
  ])
  await view.touch([
    [10, 35],
    [60, 35, 20],
    [150, 35, 20],
    [165, 35, 20],
  ])
  expect((await view.event('change')).detail).toEqual({ value: 4 })
  expect(view.events('changing').map(({ detail }) => detail)).toEqual([{ value: 2 }, { value: 4 }])
  await view.frame.locator('wx-slider').focus()
  await view.page.keyboard.press('End')
  await view.until(() => view.events('change').length === 2, 'key')
  expect(view.events('change')[1]?.detail).toEqual({ value: 10 })
  await view.close()
})

test('controls have the roles and states that assistive technology reads', async () => {
  const view = await frames.open()
  await view.render([
    ['checkbox', { checked: true }, 'c'],
    ['radio-group', {}, ['radio', {}, 'r']],
    ['switch', { checked: true, disabled: true, 'aria-label': 's' }],
    ['slider', { value: 30, 'aria-label': 'sl' }],
    ['progress', { percent: 40, 'aria-label': 'p' }],
    ['button', { loading: true }, 'b'],
    ['navigator', { url: '/x' }, 'n'],
    ['image', { 'aria-label': 'picture' }],
    ['picker', { range: ['a'] }, 'choose'],
  ])
  expect(await view.frame.locator('wx-page').ariaSnapshot()).toBe(
    [
      '- checkbox "c" [checked]',
      '- radiogroup:',
      '  - radio "r"',
      '- switch "s" [checked] [disabled]',
      '- slider "sl"',
      '- progressbar "p"',
      '- button "b"',
      '- link "n"',
      '- img "picture"',
      '- button "choose"',
    ].join('\n'),
  )
  await view.close()
})
