import { areaList } from '@vant/area-data'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from '../../view/testing/frame.ts'
import { columnsOf } from './columns.ts'
import { regionColumns } from './region-columns.ts'
import { openRegionTable } from './region-table.ts'

const divisionsOf = openRegionTable(areaList)

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

test('fetches the divisions when it opens, and says value and code of what was chosen', async () => {
  const view = await frames.open({ parts: { regions: JSON.stringify(areaList) } })
  await view.render([['picker', { mode: 'region', 'on:change': 1, value: ['浙江省', '杭州市', '西湖区'] }, 'choose']])
  await view.frame.locator('wx-picker').tap()
  await view.frame.locator('.banyan-wheel').nth(1).press('ArrowDown')
  await view.page.keyboard.press('Enter')
  expect((await view.event('change')).detail).toEqual({
    value: ['浙江省', '宁波市', '海曙区'],
    code: ['330000', '330200', '330203'],
    postcode: '',
  })
  await view.close()
})

test('opens on a tap, is chosen from by keys, and gives the place as text', async () => {
  const view = await frames.open()
  await view.render([
    [
      'picker',
      {
        range: [{ n: '甲' }, { n: '乙' }, { n: '丙' }],
        'range-key': 'n',
        value: 1,
        'on:change': 1,
        'on:cancel': 1,
        'model:value': true,
      },
      ['view', {}, 'choose'],
    ],
  ])
  await view.frame.locator('wx-picker').tap()
  await view.frame.locator('.banyan-wheel').press('ArrowDown')
  await view.frame.getByRole('button', { name: '确定' }).tap()
  expect((await view.event('change')).detail).toEqual({ value: '2' })
  await view.frame.locator('wx-picker').tap()
  await view.page.keyboard.press('Escape')
  await view.event('cancel')
  expect(await view.frame.locator('.banyan-sheet').count()).toBe(0)
  await view.close()
})

test('a wheel that a mouse has drawn stays where it was left: the click at its end chooses no row', async () => {
  const view = await frames.open()
  await view.render([['picker', { range: ['甲', '乙'], 'on:change': 1 }, 'choose']])
  await view.frame.locator('wx-picker').tap()
  const wheel = view.frame.locator('.banyan-wheel')
  await wheel.hover()
  const { x = 0, y = 0, width = 0, height = 0 } = (await wheel.boundingBox()) ?? {}
  await view.page.mouse.down()
  await view.page.mouse.move(x + width / 2, y + height / 2 - 48, { steps: 12 })
  await view.page.mouse.up()
  await view.frame.locator('[aria-selected=true]', { hasText: '乙' }).waitFor()
  await view.frame.getByRole('button', { name: '确定' }).tap()
  expect((await view.event('change')).detail).toEqual({ value: '1' })
  await view.close()
})

test('lets the app refill the other columns while the user chooses', async () => {
  const view = await frames.open()
  await view.render([
    [
      'picker',
      {
        key: 'p',
        mode: 'multiSelector',
        range: [
          ['a', 'b'],
          ['a1', 'a2'],
        ],
        value: [0, 1],
        'on:columnchange': 1,
        'on:change': 1,
      },
      'choose',
    ],
  ])
  await view.frame.locator('wx-picker').tap()
  await view.frame.locator('.banyan-wheel').first().press('ArrowDown')
  expect((await view.event('columnchange')).detail).toEqual({ column: 0, value: 1 })
  await view.change((writer, id) => {
    writer.setAttribute(id('p'), 'range', [
      ['a', 'b'],
      ['b1', 'b2', 'b3'],
    ])
    writer.setAttribute(id('p'), 'value', [1, 0])
  })
  expect(await view.frame.locator('.banyan-wheel').nth(1).textContent()).toBe('b1b2b3')
  await view.frame.getByRole('button', { name: '确定' }).tap()
  expect((await view.event('change')).detail).toEqual({ value: [1, 0] })
  await view.close()
})

test('dates and times keep to their limits and to the length of each month', () => {
  const input = { value: '2024-02-29', range: [], rangeKey: '', start: '2023-03-05', end: '2025-01-10', fields: 'day' }
  const date = columnsOf('date', input)
  expect(date.columns.map((column) => column.length)).toEqual([3, 12, 29])
  expect(date.valueOf(date.indexes)).toEqual({ value: '2024-02-29' })
  const earlier = date.following?.([0, 0, 0])
  expect([earlier?.columns[1]?.[0], earlier?.columns[2]?.[0]]).toEqual(['03', '05'])
  const time = columnsOf('time', { ...input, value: '09:30', start: '09:15', end: '10:00' })
  expect([time.columns[1]?.[0], time.valueOf(time.indexes)]).toEqual(['15', { value: '09:30' }])
})

test('regions depend on each other; a wheel below one that moved starts anew', () => {
  const input = { value: ['广东省', '广州市', '海珠区'], level: 'region', customItem: '' }
  const region = regionColumns(divisionsOf, input)
  expect(region.columns.map((column) => column.length > 3)).toEqual([true, true, true])
  expect(region.valueOf(region.indexes)).toEqual({
    value: ['广东省', '广州市', '海珠区'],
    code: ['440000', '440100', '440105'],
    postcode: '',
  })
  const [province = 0, city = 0, county = 0] = region.indexes
  const next = region.following?.([province, city + 1, county])
  expect(next?.valueOf(next.indexes)).toMatchObject({ value: ['广东省', '韶关市', expect.any(String)] })
  expect(next?.indexes[2]).toBe(0)
  const first = region.following?.([0, city, county])
  expect(first?.valueOf(first.indexes)).toMatchObject({ value: ['北京市', '北京市', '东城区'] })
})

test('a custom item stands on top of each wheel of regions and has no code; level says how many wheels there are', () => {
  const any = regionColumns(divisionsOf, { value: [], level: 'region', customItem: '全部' })
  expect(any.columns.map((column) => column[0])).toEqual(['全部', '全部', '全部'])
  expect(any.valueOf(any.indexes)).toEqual({ value: ['全部', '全部', '全部'], code: [], postcode: '' })
  const guangdong = regionColumns(divisionsOf, { value: ['广东省'], level: 'city', customItem: '全部' })
  expect(guangdong.valueOf(guangdong.indexes)).toEqual({ value: ['广东省', '全部'], code: ['440000'], postcode: '' })
  expect(regionColumns(divisionsOf, { value: [], level: 'province', customItem: '' }).columns).toHaveLength(1)
})

test('every province leads to counties', () => {
  const empty = divisionsOf(undefined).filter(({ code }) => {
    const [city] = divisionsOf(code)
    return city === undefined || divisionsOf(city.code).length === 0
  })
  expect(empty).toEqual([])
  expect(divisionsOf(undefined)).toHaveLength(34)
})
