import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames, type Markup } from '../../view/testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

const rows = Array.from({ length: 20 }, (_, index): Markup => [
  'view',
  { id: `row${index}`, style: 'height:50px' },
  String(index),
])

test('scrolls to a place and to a node, and tells of both edges once each', async () => {
  const view = await frames.open()
  await view.render([
    [
      'scroll-view',
      {
        key: 's',
        'scroll-y': true,
        'scroll-into-view': 'row4',
        style: 'height:200px',
        'on:scroll': 1,
        'on:scrolltolower': 1,
        'on:scrolltoupper': 1,
      },
      ...rows,
    ],
  ])
  expect((await view.event('scroll')).detail).toEqual({
    scrollLeft: 0,
    scrollTop: 200,
    scrollHeight: 1000,
    scrollWidth: 375,
    deltaX: 0,
    deltaY: -200,
  })
  await view.set('s', 'scroll-top', 790)
  expect((await view.event('scrolltolower')).detail).toEqual({ direction: 'bottom' })
  await view.set('s', 'scroll-top', 800)
  await view.set('s', 'scroll-top', '100rpx')
  await view.set('s', 'scroll-top', 10)
  expect((await view.event('scrolltoupper')).detail).toEqual({ direction: 'top' })
  expect(view.events('scrolltolower')).toHaveLength(1)
  await view.close()
})

test('is moved by its methods', async () => {
  const view = await frames.open()
  await view.render([['scroll-view', { key: 's', 'scroll-y': true, style: 'height:200px' }, ...rows]])
  await view.send({ type: 'invoke', id: 1, node: view.id('s'), method: 'scrollTo', args: [{ top: 120 }] })
  const top = () => view.frame.evaluate(() => document.querySelector('.wx-scroll-view')?.scrollTop)
  await expect.poll(top).toBe(120)
  await view.send({
    type: 'invoke',
    id: 2,
    node: view.id('s'),
    method: 'scrollIntoView',
    args: ['#row10', { animated: false }],
  })
  await expect.poll(top).toBe(500)
  await view.close()
})

test('does not move without scroll-x or scroll-y', async () => {
  const view = await frames.open()
  await view.render([['scroll-view', { style: 'height:200px' }, ...rows]])
  await view.touch([
    [100, 180],
    [100, 150, 20],
    [100, 100, 20],
    [100, 20, 20],
  ])
  expect(await view.frame.evaluate(() => document.querySelector('.wx-scroll-view')?.scrollTop)).toBe(0)
  await view.close()
})

test('a pull refreshes, and ends when the app says so', async () => {
  const view = await frames.open()
  await view.render([
    [
      'scroll-view',
      {
        key: 's',
        'scroll-y': true,
        'refresher-enabled': true,
        style: 'height:300px',
        'on:refresherrefresh': 1,
        'on:refresherrestore': 1,
        'on:refresherabort': 1,
      },
      ...rows,
    ],
  ])
  await view.touch([
    [100, 50],
    [100, 70, 20],
    [100, 90, 20],
  ])
  await view.event('refresherabort')
  await view.touch([
    [100, 50],
    [100, 120, 20],
    [100, 200, 20],
  ])
  await view.event('refresherrefresh')
  await view.set('s', 'refresher-triggered', true)
  await view.set('s', 'refresher-triggered', false)
  await view.event('refresherrestore')
  expect(view.events('refresherrefresh')).toHaveLength(1)
  await view.close()
})

test('lays out its content as a flex box with enable-flex', async () => {
  const view = await frames.open()
  await view.render([
    [
      'scroll-view',
      { 'scroll-x': true, 'enable-flex': true, style: 'height:60px;display:flex;flex-direction:row' },
      ['view', { style: 'flex:none;width:300px' }],
      ['view', { key: 'b', style: 'flex:none;width:300px' }],
    ],
  ])
  await view.send({ type: 'measure', id: 1, items: [{ node: view.id('b'), fields: { rect: true } }] })
  await view.until(() => view.fromWorker.some(({ type }) => type === 'measured'), 'measured')
  expect(view.fromWorker.find((message) => message.type === 'measured')).toMatchObject({
    results: [{ left: 300, top: 0 }],
  })
  await view.close()
})
