import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from '../../view/testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

test('a disabled button neither taps nor shows its hover class', async () => {
  const view = await frames.open()
  await view.render([['button', { key: 'b', disabled: true, 'on:tap': 1, style: 'width:200px;height:60px' }, 'x']])
  await view.touch([[180, 30, 100]])
  await view.set('b', 'disabled', false)
  await view.touch([[180, 30, 100]])
  await view.event('tap')
  expect(view.events('tap')).toHaveLength(1)
  await view.close()
})

test('submits and resets its form with the values of the built-in fields', async () => {
  const view = await frames.open()
  const row = 'height:40px'
  await view.render([
    [
      'form',
      { key: 'form', 'on:submit': 1, 'on:reset': 1 },
      ['input', { name: 'name', value: '榕', style: row }],
      ['switch', { name: 'gift', checked: true }],
      [
        'checkbox-group',
        { name: 'tags' },
        ['checkbox', { value: 'a', checked: true }],
        ['checkbox', { key: 'b', value: 'b' }],
      ],
      ['radio-group', { name: 'size' }, ['radio', { value: 's' }], ['radio', { value: 'm', checked: true }]],
      ['slider', { name: 'count', value: 7 }],
      ['picker', { name: 'city', mode: 'selector', range: ['x', 'y'], value: 1 }],
      ['textarea', { name: 'note', value: 'first', style: row }],
      ['input', { value: 'nameless', style: row }],
      ['button', { id: 'go', 'form-type': 'submit' }, 'go'],
      ['button', { id: 'back', 'form-type': 'reset' }, 'back'],
    ],
  ])
  await view.frame.locator('wx-checkbox').nth(1).tap()
  await view.frame.locator('wx-switch').tap()
  await view.frame.locator('#go').tap()
  const submit = await view.event('submit')
  expect(submit).toMatchObject({ node: view.id('form'), bubbles: false })
  expect(submit.detail).toMatchObject({
    value: { name: '榕', gift: false, tags: ['a', 'b'], size: 'm', count: 7, city: 1, note: 'first' },
    target: { id: 'go' },
  })
  await view.frame.locator('#back').tap()
  await view.event('reset')
  await view.frame.locator('#go').tap()
  await view.until(() => view.events('submit').length === 2, 'second submit')
  expect(view.events('submit')[1]?.detail).toMatchObject({ value: { gift: true, tags: ['a'] } })
  await view.close()
})

test('asks the host for what its open-type names', async () => {
  const view = await frames.open()
  await view.render([['button', { 'open-type': 'share', style: 'height:60px' }, 'share']])
  await view.frame.locator('wx-button').tap()
  await view.until(() => view.fromHost.some(({ type }) => type === 'ask'), 'ask')
  expect(view.fromHost.find((message) => message.type === 'ask')).toMatchObject({
    name: 'openType',
    params: { openType: 'share' },
  })
  await view.close()
})
