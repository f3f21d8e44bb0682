import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FromView, ToView } from '../bridge/view-messages.ts'
import { launchFrames, type TestFrame } from './testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

async function answer<T extends FromView['type']>(
  view: TestFrame,
  request: ToView,
  type: T,
): Promise<Extract<FromView, { type: T }>> {
  const isAnswer = (message: FromView): message is Extract<FromView, { type: T }> => message.type === type
  const before = view.fromWorker.length
  await view.send(request)
  await view.until(() => view.fromWorker.slice(before).some(isAnswer), type)
  const found = view.fromWorker.filter(isAnswer).at(-1)
  if (found === undefined) throw new Error(`no ${type}`)
  return found
}

test('measures boxes, scroll places, properties and styles of nodes and of the viewport', async () => {
  const view = await frames.open()
  await view.render([
    ['view', { key: 'a', id: 'a', style: 'width:100px;height:50px;margin:10px;color:rgb(1, 2, 3)' }],
    [
      'scroll-view',
      { key: 's', 'scroll-y': true, 'scroll-top': 40, style: 'height:100px' },
      ['view', { style: 'height:500px' }],
    ],
  ])
  const { results } = await answer(
    view,
    {
      type: 'measure',
      id: 5,
      items: [
        { node: view.id('a'), fields: { id: true, rect: true, size: true, computedStyle: ['color', 'marginTop'] } },
        { node: view.id('s'), fields: { scrollOffset: true, properties: ['scroll-y', 'onclick'] } },
        { node: 0, fields: { rect: true, size: true, scrollOffset: true } },
        { node: 999, fields: { size: true } },
      ],
    },
    'measured',
  )
  expect(results).toEqual([
    {
      id: 'a',
      left: 10,
      top: 10,
      right: 110,
      bottom: 60,
      width: 100,
      height: 50,
      color: 'rgb(1, 2, 3)',
      marginTop: '10px',
    },
    { scrollLeft: 0, scrollTop: 40, scrollWidth: 375, scrollHeight: 500, 'scroll-y': true },
    {
      left: 0,
      top: 0,
      right: 375,
      bottom: 667,
      width: 375,
      height: 667,
      scrollLeft: 0,
      scrollTop: 0,
      scrollWidth: 375,
      scrollHeight: 667,
    },
    null,
  ])
  await view.close()
})

test('scrolls to a place or a node, reports scrolling only when asked to, and the bottom once', async () => {
  const view = await frames.open()
  await view.render([
    ['view', { style: 'height:2000px' }],
    ['view', { key: 'end', style: 'height:1000px' }],
  ])
  const scrollTo = (...args: unknown[]) =>
    answer(view, { type: 'invoke', id: 1, node: 0, method: 'pageScrollTo', args }, 'invoked')
  await scrollTo({ scrollTop: 300, duration: 0 })
  expect(await view.frame.evaluate(() => window.scrollY)).toBe(300)
  expect(view.fromWorker.some(({ type }) => type === 'pageScroll')).toBe(false)
  await view.send({ type: 'pageOptions', reportsScroll: true, reachBottomDistance: 50 })
  await scrollTo({ duration: 100, offsetTop: -10 }, view.id('end'))
  await view.until(
    () => view.fromWorker.some((message) => message.type === 'pageScroll' && message.scrollTop === 1990),
    'the node',
  )
  await scrollTo({ scrollTop: 99999, duration: 0 })
  await view.until(() => view.fromWorker.some(({ type }) => type === 'reachBottom'), 'bottom')
  expect(view.fromWorker.filter(({ type }) => type === 'reachBottom')).toHaveLength(1)
  await view.close()
})

test('a pull at the top refreshes once it is far enough, and stays until it is stopped', async () => {
  const view = await frames.open({ window: { enablePullDownRefresh: true } })
  await view.render([['view', { style: 'height:1500px' }]])
  const shift = () => view.frame.evaluate(() => document.documentElement.style.transform)
  await view.touch([
    [100, 100],
    [100, 130, 20],
    [100, 150, 20],
  ])
  expect(await shift()).toBe('')
  expect(view.fromWorker.some(({ type }) => type === 'pullDownRefresh')).toBe(false)
  await view.touch([
    [100, 100],
    [100, 160, 20],
    [100, 260, 20],
  ])
  await view.until(() => view.fromWorker.some(({ type }) => type === 'pullDownRefresh'), 'refresh')
  expect(await shift()).toBe('translateY(50px)')
  await view.tell({ type: 'pullDownRefresh', action: 'stop' })
  await expect.poll(shift).toBe('')
  await view.close()
})

test('observes intersections with margins, and media queries', async () => {
  const view = await frames.open()
  await view.render([
    ['view', { style: 'height:1000px' }],
    ['view', { key: 'a', id: 'a', style: 'height:100px' }],
    ['view', { style: 'height:2000px' }],
  ])
  const { entries } = await answer(
    view,
    {
      type: 'observe',
      id: 3,
      kind: 'intersection',
      nodes: [view.id('a')],
      options: { thresholds: [0, 0.5], margins: { bottom: 500 } },
    },
    'observed',
  )
  expect(entries[0]).toMatchObject({ id: 'a', node: view.id('a'), intersectionRatio: 1 })
  await view.send({ type: 'unobserve', id: 3 })
  const media = await answer(
    view,
    { type: 'observe', id: 4, kind: 'mediaQuery', nodes: [], options: { minWidth: 300 } },
    'observed',
  )
  expect(media).toMatchObject({ id: 4, entries: [{ matches: true }] })
  await view.close()
})

test('answers a method that no component has by an error', async () => {
  const view = await frames.open()
  await view.render([['view', { key: 'a' }]])
  expect(
    await answer(view, { type: 'invoke', id: 9, node: view.id('a'), method: 'constructor', args: [] }, 'invoked'),
  ).toMatchObject({
    id: 9,
    error: expect.stringContaining('no method'),
  })
  await view.close()
})

test('tells the worker of a new size of the window', async () => {
  const view = await frames.open()
  await view.render([['view', {}]])
  await view.page.setViewportSize({ width: 667, height: 375 })
  const size = () => view.fromWorker.findLast((message) => message.type === 'resize')?.size
  await expect.poll(size).toMatchObject({ windowWidth: 667, windowHeight: 375 })
  await view.close()
})

test('theme and text size change without a new page', async () => {
  const view = await frames.open()
  await view.render([['view', {}, 'x']])
  const { environment } = {
    environment: {
      theme: 'dark',
      locale: 'en',
      textScale: 1.5,
      reducedMotion: true,
      styleV2: false,
      safeArea: { top: 0, right: 0, bottom: 0, left: 0 },
    } as const,
  }
  await view.tell({ type: 'environment', environment })
  const read = () =>
    view.frame.evaluate(() => [
      document.documentElement.dataset['theme'],
      getComputedStyle(document.querySelector('wx-view') ?? document.body).fontSize,
    ])
  await expect.poll(read).toEqual(['dark', '24px'])
  await view.close()
})
