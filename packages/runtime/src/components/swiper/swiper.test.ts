import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListenFlag } from '../../bridge/operations.ts'
import { launchFrames, type Markup, type TestFrame } from '../../view/testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

function items(count: number, values: Record<string, unknown> = {}): Markup[] {
  return Array.from({ length: count }, (_, index): Markup => [
    'swiper-item',
    values,
    ['view', { style: 'height:100%' }, String(index)],
  ])
}

/** Number of the item that stands at the left edge. */
function shown(view: TestFrame): Promise<string | undefined> {
  return view.frame.evaluate(
    () =>
      [...document.querySelectorAll('wx-swiper-item')].find((item) => Math.abs(item.getBoundingClientRect().left) < 1)
        ?.textContent,
  )
}

const events = {
  key: 's',
  duration: 100,
  'on:change': 1,
  'on:animationfinish': 1,
  'on:transition': 1,
  'model:current': true,
}

test('a short fast drag goes to the next item, a short slow one comes back', async () => {
  const view = await frames.open()
  await view.render([['swiper', events, ...items(3)]])
  await view.touch([
    [300, 50],
    [280, 50, 10],
    [240, 50, 10],
    [220, 50, 10],
  ])
  const finish = await view.event('animationfinish')
  expect(finish.detail).toEqual({ current: 1, source: 'touch', currentItemId: '' })
  expect(view.events('change').map(({ detail }) => detail)).toEqual([
    { current: 1, source: 'touch', currentItemId: '' },
  ])
  expect(view.events('transition').length).toBeGreaterThan(1)
  expect(view.fromWorker.find(({ type }) => type === 'model')).toMatchObject({ name: 'current', value: 1 })
  expect(await shown(view)).toBe('1')
  await view.touch([
    [200, 50],
    [190, 50, 20],
    [170, 50, 20],
    [160, 50, 300],
  ])
  await view.until(() => view.events('animationfinish').length === 2, 'back')
  expect(await shown(view)).toBe('1')
  expect(view.events('change')).toHaveLength(1)
  await view.close()
})

test('goes round in both directions when circular, and stops at the ends when not', async () => {
  const view = await frames.open()
  await view.render([['swiper', { ...events, circular: true }, ...items(3)]])
  await view.touch([
    [50, 50],
    [120, 50, 10],
    [260, 50, 10],
    [340, 50, 10],
  ])
  await view.event('animationfinish')
  expect(await shown(view)).toBe('2')
  await view.touch([
    [300, 50],
    [280, 50, 10],
    [200, 50, 10],
    [100, 50, 10],
  ])
  await view.until(() => view.events('animationfinish').length === 2, 'forward')
  expect(await shown(view)).toBe('0')
  await view.set('s', 'circular', false)
  await view.touch([
    [50, 50],
    [120, 50, 10],
    [260, 50, 10],
    [340, 50, 10],
  ])
  await view.until(() => view.events('animationfinish').length === 3, 'end')
  expect(await shown(view)).toBe('0')
  await view.close()
})

test('moves when the app sets current, by itself with autoplay, and says who moved it', async () => {
  const view = await frames.open()
  await view.render([['swiper', { ...events, current: 1 }, ...items(3)]])
  expect(await shown(view)).toBe('1')
  await view.set('s', 'current', 2)
  expect((await view.event('change')).detail).toMatchObject({ current: 2, source: '' })
  await view.set('s', 'interval', 150)
  await view.set('s', 'autoplay', true)
  await view.until(
    () => view.events('change').some(({ detail }) => JSON.stringify(detail).includes('autoplay')),
    'autoplay',
  )
  expect(view.events('change')[1]?.detail).toMatchObject({ current: 0, source: 'autoplay' })
  await view.close()
})

test('an item that catches touchmove cannot be swiped', async () => {
  const view = await frames.open()
  await view.render([['swiper', events, ...items(3, { 'on:touchmove': ListenFlag.catch })]])
  await view.touch([
    [300, 50],
    [250, 50, 20],
    [150, 50, 20],
    [100, 50, 20],
  ])
  await view.event('touchmove')
  expect(view.events('change')).toEqual([])
  expect(await shown(view)).toBe('0')
  await view.close()
})

test('keeps its place when items come and go', async () => {
  const view = await frames.open()
  await view.render([['swiper', { ...events, current: 2, 'indicator-dots': true }, ...items(2)]])
  expect(await shown(view)).toBe('1')
  await view.render(items(1), view.id('s'))
  await view.set('s', 'current', 2)
  await view.event('animationfinish')
  expect(await view.frame.evaluate(() => document.querySelectorAll('.wx-swiper-dot').length)).toBe(3)
  await view.close()
})
