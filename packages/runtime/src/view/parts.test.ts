import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from './testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

test('asks for the later parts once, and only when something needs them', async () => {
  const view = await frames.open({ partsOnDemand: true })
  const asked = () => view.fromHost.filter(({ type }) => type === 'parts').length
  await view.render([['view', {}, ['text', {}, 'plain']]])
  expect(asked()).toBe(0)
  await view.render([
    ['switch', {}],
    ['slider', {}],
  ])
  await view.until(() => asked() > 0, 'the question')
  expect(asked()).toBe(1)
  await view.tell({ type: 'parts', source: null })
  await view.render([['progress', {}]])
  await view.until(() => asked() === 2, 'the second question after a refusal')
  await view.close()
})

test('elements that were there before their code keep values, listeners, models and children', async () => {
  const view = await frames.open({ partsOnDemand: true })
  await view.render([
    ['switch', { key: 'switch', checked: true, 'on:change': 1, 'model:checked': true, class: 'mine' }],
    [
      'radio-group',
      { 'on:change': 1 },
      ['radio', { value: 'a', checked: true }, 'A'],
      ['radio', { value: 'b', key: 'b' }, ['text', {}, 'B']],
    ],
    ['picker', { range: ['x', 'y'] }, ['view', { class: 'caption' }, 'choose']],
    ['rich-text', { nodes: '<b>bold</b>' }],
  ])
  await view.frame.locator('.caption').tap()
  await view.set('b', 'checked', true)
  await view.giveParts()
  const shown = await view.frame.evaluate(() => ({
    radios: [...document.querySelectorAll('wx-radio')].map((radio) => radio.ariaChecked),
    labels: [...document.querySelectorAll('.wx-radio-content')].map((content) => content.textContent),
    isCaptionInPicker: document.querySelector('wx-picker .caption')?.textContent,
    bold: document.querySelector('wx-rich-text b')?.textContent,
    isMine: document.querySelector('wx-switch')?.className,
    isChecked: document.querySelector('wx-switch')?.ariaChecked,
  }))
  expect(shown).toEqual({
    radios: ['false', 'true'],
    labels: ['A', 'B'],
    isCaptionInPicker: 'choose',
    bold: 'bold',
    isMine: 'mine',
    isChecked: 'true',
  })
  await view.frame.locator('wx-switch').tap()
  expect((await view.event('change')).detail).toEqual({ value: false })
  expect(view.fromWorker.filter(({ type }) => type === 'model')).toMatchObject([{ name: 'checked', value: false }])
  expect(view.faults()).toEqual([])
  await view.close()
})

test('a method called before the code is there is answered when it has come', async () => {
  const view = await frames.open({ partsOnDemand: true })
  await view.render([['slider', { key: 'slider' }]])
  await view.send({ type: 'invoke', id: 7, node: view.id('slider'), method: 'unheardOf', args: [] })
  await view.send({ type: 'observe', id: 1, kind: 'resize', nodes: [view.id('slider')], options: {} })
  await view.giveParts()
  await view.until(() => view.fromWorker.some(({ type }) => type === 'invoked'), 'the answer')
  await view.until(() => view.fromWorker.some(({ type }) => type === 'observed'), 'the observation')
  expect(view.fromWorker.find(({ type }) => type === 'invoked')).toMatchObject({
    id: 7,
    error: 'wx-slider has no method unheardOf',
  })
  await view.close()
})
