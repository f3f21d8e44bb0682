import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListenFlag } from '../../bridge/operations.ts'
import { launchFrames, type Markup, type TestFrame } from '../../view/testing/frame.ts'

const patient = { timeout: 10_000 }

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

const markup = (values: Record<string, unknown> = {}, area: Record<string, unknown> = {}): Markup => [
  'movable-area',
  { style: 'width:300px;height:300px', ...area },
  [
    'movable-view',
    { key: 'm', direction: 'all', style: 'width:100px;height:100px', 'on:change': 1, 'on:scale': 1, ...values },
  ],
]

const place = (view: TestFrame): Promise<[number, number, number]> =>
  view.frame.evaluate(() => {
    const { left, top, width } = document.querySelector('wx-movable-view')?.getBoundingClientRect() ?? new DOMRect()
    return [Math.round(left), Math.round(top), Math.round(width)]
  })

const sources = (view: TestFrame): unknown[] => [
  ...new Set(view.events('change').map(({ detail }) => Reflect.get(Object(detail), 'source'))),
]

test('starts at x and y in px or rpx, moved into its range', async () => {
  const view = await frames.open()
  await view.render([markup({ x: '100rpx', y: 999 })])
  expect(await place(view)).toEqual([50, 200, 100])
  expect(view.events()).toEqual([])
  await view.close()
})

test('follows the finger and stops at the edge of its area', async () => {
  const view = await frames.open()
  await view.render([markup()])
  await view.touch([
    [50, 50],
    [60, 60],
    [120, 90, 150],
  ])
  expect(await place(view)).toEqual([70, 40, 100])
  expect((await view.event('change')).detail).toEqual({ x: 70, y: 40, source: 'touch' })
  await view.touch([
    [120, 90],
    [140, 90],
    [370, 90, 150],
  ])
  expect(await place(view)).toEqual([200, 40, 100])
  expect(sources(view)).toEqual(['touch'])
  await view.close()
})

test('moves along its direction only, and a disabled one or one without direction not at all', async () => {
  const view = await frames.open()
  await view.render([markup({ direction: 'horizontal' })])
  await view.touch([
    [50, 50],
    [70, 52],
    [120, 90, 150],
  ])
  expect(await place(view)).toEqual([70, 0, 100])
  await view.set('m', 'disabled', true)
  await view.touch([
    [100, 50],
    [120, 50],
    [150, 50, 150],
  ])
  expect(await place(view)).toEqual([70, 0, 100])
  await view.change((writer, id) => {
    writer.setAttribute(id('m'), 'disabled', false)
    writer.setAttribute(id('m'), 'direction', 'none')
  })
  await view.touch([
    [100, 50],
    [120, 50],
    [150, 50, 150],
  ])
  expect(await place(view)).toEqual([70, 0, 100])
  await view.close()
})

test('out of bounds it resists and springs back', async () => {
  const view = await frames.open()
  await view.render([markup({ 'out-of-bounds': true, y: 50 })])
  await view.touch([
    [150, 100],
    [50, 100],
    [130, 100],
    [30, 100, 150],
  ])
  await view.touch([
    [50, 100],
    [60, 100],
    [0, 100, 150],
  ])
  await view.until(() => sources(view).includes('out-of-bounds'), 'the way back')
  await expect.poll(() => place(view), patient).toEqual([0, 50, 100])
  expect(sources(view)).toContain('touch-out-of-bounds')
  await view.close()
})

test('with inertia it slides on by friction', async () => {
  const view = await frames.open()
  await view.render([markup({ inertia: true })])
  await view.touch([
    [50, 50],
    [70, 50, 8],
    [100, 50, 8],
    [120, 50],
  ])
  await view.until(() => sources(view).includes('friction'), 'sliding')
  await expect.poll(async () => (await place(view))[0], patient).toBeGreaterThan(90)
  await view.close()
})

test('a place that the app sets is sprung to, and the echo of an event does not disturb the finger', async () => {
  const view = await frames.open()
  await view.render([markup()])
  await view.set('m', 'x', 120)
  await expect.poll(() => place(view), patient).toEqual([120, 0, 100])
  expect(sources(view)).toEqual([''])
  const session = await view.page.context().newCDPSession(view.page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', { x: 150, y: 50 })
  await send('touchMove', { x: 160, y: 50 })
  await view.until(() => view.events('change').some(({ detail }) => Reflect.get(Object(detail), 'x') === 130), 'at 130')
  await send('touchMove', { x: 130, y: 50 })
  await expect.poll(() => place(view), patient).toEqual([100, 0, 100])
  await view.set('m', 'x', 130)
  expect(await place(view)).toEqual([100, 0, 100])
  await send('touchEnd')
  await view.set('m', 'animation', false)
  await view.set('m', 'y', 33)
  expect(await place(view)).toEqual([100, 33, 100])
  await view.close()
})

test('two fingers scale it around its middle within its limits, and scale-value does too', async () => {
  const view = await frames.open()
  await view.render([markup({ scale: true, 'scale-max': 2, x: 100, y: 100 })])
  const session = await view.page.context().newCDPSession(view.page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number; id: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  const fingers = (apart: number) => [
    { x: 150 - apart, y: 150, id: 1 },
    { x: 150 + apart, y: 150, id: 2 },
  ]
  await send('touchStart', fingers(20))
  await send('touchMove', fingers(24))
  await send('touchMove', fingers(30))
  await send('touchEnd', [])
  await expect.poll(() => view.events('scale').at(-1)?.detail, patient).toEqual({ scale: 1.5, x: 75, y: 75 })
  expect(await place(view)).toEqual([75, 75, 150])
  await view.set('m', 'scale-value', 5)
  expect((await place(view))[2]).toBe(200)
  await view.close()
})

test('tells the first movement by axis, with a catch that keeps the page from scrolling', async () => {
  const view = await frames.open()
  await view.render([markup({ 'on:htouchmove': ListenFlag.catch, 'on:vtouchmove': 1 })])
  await view.touch([
    [50, 50],
    [70, 50],
    [90, 50, 20],
  ])
  await view.event('htouchmove')
  await view.touch([
    [90, 50],
    [90, 70],
    [90, 90, 20],
  ])
  await view.event('vtouchmove')
  expect(view.events('htouchmove')).toHaveLength(1)
  await view.close()
})

test('arrow keys move it', async () => {
  const view = await frames.open()
  await view.render([markup()])
  await view.frame.locator('wx-movable-view').focus()
  await view.page.keyboard.press('ArrowRight')
  await view.page.keyboard.press('ArrowDown')
  await view.page.keyboard.press('ArrowLeft')
  await view.page.keyboard.press('ArrowLeft')
  expect(await place(view)).toEqual([0, 10, 100])
  await view.close()
})
