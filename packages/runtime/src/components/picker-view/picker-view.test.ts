import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames, type Markup, type TestFrame } from '../../view/testing/frame.ts'

const patient = { timeout: 10_000 }

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

const rows = (prefix: string, count: number): Markup[] =>
  Array.from({ length: count }, (_, at) => ['view', { style: 'line-height:40px' }, `${prefix}${at}`])

const markup = (values: Record<string, unknown> = {}): Markup => [
  'picker-view',
  {
    key: 'p',
    style: 'width:300px;height:240px',
    'indicator-style': 'height:40px',
    'on:change': 1,
    'on:pickstart': 1,
    'on:pickend': 1,
    ...values,
  },
  ['picker-view-column', { key: 'a' }, ...rows('a', 30)],
  ['picker-view-column', { key: 'b' }, ...rows('b', 5)],
]

/** Texts of the rows in the middle, for each column. */
const middles = (view: TestFrame): Promise<string[]> =>
  view.frame.evaluate(() =>
    [...document.querySelectorAll('wx-picker-view-column')].map((column) => {
      const box = column.getBoundingClientRect()
      const middle = box.top + box.height / 2
      const row = [...column.querySelectorAll('wx-view')].find((item) => {
        const { top, bottom } = item.getBoundingClientRect()
        return top < middle && bottom > middle
      })
      return row?.textContent ?? ''
    }),
  )

const settled = async (view: TestFrame): Promise<void> => {
  await view.until(() => view.events('pickend').length > 0, 'the end of the turn')
}

test('shows the rows of its value, the last one for numbers that are too large, rows as high as the indicator', async () => {
  const view = await frames.open()
  await view.render([markup({ value: [3, 99] })])
  expect(await middles(view)).toEqual(['a3', 'b4'])
  expect(await view.frame.evaluate(() => document.querySelector('wx-view')?.clientHeight)).toBe(40)
  await view.close()
})

test('a slow drag snaps to a row and tells start, change and end in this order', async () => {
  const view = await frames.open()
  await view.render([markup({ value: [3, 0], 'model:value': true })])
  await view.touch([
    [60, 120],
    [60, 100, 30],
    [60, 60, 30],
    [60, 42, 200],
  ])
  await settled(view)
  expect(view.events().map(({ name }) => name)).toEqual(['pickstart', 'change', 'pickend'])
  expect((await view.event('change')).detail).toEqual({ value: [5, 0] })
  expect(await middles(view)).toEqual(['a5', 'b0'])
  expect(view.fromWorker.filter(({ type }) => type === 'model')).toMatchObject([{ name: 'value', value: [5, 0] }])
  await view.close()
})

test('a throw runs on, and stops at the end of the list', async () => {
  const view = await frames.open()
  await view.render([markup()])
  await view.touch([
    [60, 200],
    [60, 160, 8],
    [60, 110, 8],
    [60, 40],
  ])
  await settled(view)
  const [first] = await middles(view)
  expect(Number(first?.slice(1))).toBeGreaterThan(5)
  await view.touch([
    [200, 200],
    [200, 160, 8],
    [200, 100, 8],
    [200, 20],
  ])
  await view.until(() => view.events('pickend').length === 2, 'second end')
  expect((await middles(view))[1]).toBe('b4')
  await view.close()
})

test('with immediate-change the change comes when the finger leaves, without it when the wheel rests', async () => {
  const view = await frames.open()
  await view.render([markup({ 'immediate-change': true })])
  await view.touch([
    [60, 200],
    [60, 160, 8],
    [60, 110, 8],
    [60, 40],
  ])
  await view.event('change')
  expect(view.events('pickend')).toEqual([])
  await settled(view)
  expect(view.events('change')).toHaveLength(1)
  await view.close()
})

test('a value that the app sets moves the wheels and is no change', async () => {
  const view = await frames.open()
  await view.render([markup()])
  await view.set('p', 'value', [7, 2])
  await expect.poll(() => middles(view), patient).toEqual(['a7', 'b2'])
  expect(view.events()).toEqual([])
  await view.close()
})

test('fewer rows keep the wheel on its last one, and a column that comes later gets its value', async () => {
  const view = await frames.open()
  await view.render([markup({ value: [0, 4, 1] })])
  const last = await view.frame.evaluate(() => {
    const row = document.querySelector('wx-picker-view-column:last-child wx-view:last-child')
    return row?.banyanId ?? 0
  })
  await view.change((writer) => writer.release(last))
  expect(await middles(view)).toEqual(['a0', 'b3'])
  await view.render([['picker-view-column', {}, ...rows('c', 3)]], view.id('p'))
  await expect.poll(() => middles(view), patient).toEqual(['a0', 'b3', 'c1'])
  await view.close()
})

test('finds its size when it is shown after it was hidden', async () => {
  const view = await frames.open()
  await view.render([['view', { key: 'box', style: 'display:none' }, markup({ value: [4, 2] })]])
  await view.change((writer, id) => writer.setStyle(id('box'), ''))
  await expect.poll(() => middles(view), patient).toEqual(['a4', 'b2'])
  await view.close()
})

test('a tap on a row, the mouse wheel and keys turn it; it is a listbox with the row as its choice', async () => {
  const view = await frames.open()
  await view.render([markup({ value: [3, 0] })])
  await view.touch([[60, 200]])
  await settled(view)
  expect(await middles(view)).toEqual(['a5', 'b0'])
  await view.frame.locator('wx-picker-view-column').first().focus()
  await view.page.keyboard.press('ArrowUp')
  await view.until(() => view.events('pickend').length === 2, 'second end')
  expect(await middles(view)).toEqual(['a4', 'b0'])
  await view.page.mouse.move(60, 120)
  await view.page.mouse.wheel(0, 118)
  await view.until(() => view.events('pickend').length === 3, 'third end')
  expect(await middles(view)).toEqual(['a7', 'b0'])
  const read = await view.frame.evaluate(() => {
    const column = document.querySelector('wx-picker-view-column')
    return [column?.getAttribute('role'), column?.querySelector('[aria-selected=true]')?.textContent]
  })
  expect(read).toEqual(['listbox', 'a7'])
  expect(view.faults()).toEqual([])
  await view.close()
})
