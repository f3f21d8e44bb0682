import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { startShopApi, type ShopApiOptions } from './start.mjs'

const pageSchema = z.object({
  items: z.array(z.object({ id: z.string(), category: z.string(), priceMinor: z.int() })),
  total: z.int(),
  hasMore: z.boolean(),
})
const orderSchema = z.object({
  id: z.string(),
  state: z.string(),
  itemsMinor: z.int(),
  discountMinor: z.int(),
  shippingMinor: z.int(),
  totalMinor: z.int(),
})
const ordersSchema = z.object({ items: z.array(orderSchema) })
const productSchema = z.object({ variants: z.array(z.object({ id: z.string(), stock: z.int() })) })
const refusalSchema = z.object({ code: z.string(), message: z.string() })

const address = { name: '林间', phone: '13800138000', region: '浙江省 杭州市', detail: '西湖区龙井路 1 号' }
const variantId = 'gaiwan.moon.s'

async function startShop(options: ShopApiOptions = {}) {
  const api = await startShopApi(options)
  onTestFinished(() => api.close())
  const call = (path: string, init: { body?: unknown; headers?: Record<string, string>; customer?: string } = {}) =>
    fetch(api.url + path, {
      method: init.body === undefined ? 'GET' : 'POST',
      headers: { 'x-customer': init.customer ?? 'customer-0000000001', ...init.headers },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    })
  const place = (quantity: number, key: string, body: object = {}) =>
    call('/orders', {
      body: { lines: [{ variantId, quantity }], address, note: '', ...body },
      headers: { 'idempotency-key': key },
    })
  const stock = async () => {
    const { variants } = productSchema.parse(await (await call('/products/gaiwan')).json())
    return variants.find(({ id }) => id === variantId)?.stock
  }
  return { api, call, place, stock }
}

test('lists sixty products in pages that neither repeat nor leave out one', async () => {
  const { call } = await startShop()
  const seen: string[] = []
  for (let page = 1, hasMore = true; hasMore; page += 1) {
    const answer = pageSchema.parse(await (await call(`/products?page=${page}`)).json())
    seen.push(...answer.items.map(({ id }) => id))
    hasMore = answer.hasMore
  }
  expect(seen).toHaveLength(60)
  expect(new Set(seen).size).toBe(60)
})

test('filters by category and price, and sorts by price', async () => {
  const { call } = await startShop()
  const answer = pageSchema.parse(await (await call('/products?category=tea&min=8000&max=13000&sort=priceUp')).json())
  const prices = answer.items.map(({ priceMinor }) => priceMinor)
  expect(answer.items.every(({ category }) => category === 'tea')).toBe(true)
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
  expect(Math.min(...prices)).toBeGreaterThanOrEqual(8000)
  expect(Math.max(...prices)).toBeLessThanOrEqual(13000)
})

test('computes totals itself: discount by every 300 yuan, shipping free from 199', async () => {
  const { place } = await startShop()
  const small = orderSchema.parse(await (await place(1, 'key-small-1', { totalMinor: 1 })).json())
  expect(small).toMatchObject({ itemsMinor: 8900, discountMinor: 0, shippingMinor: 1200, totalMinor: 10100 })
  const large = orderSchema.parse(await (await place(4, 'key-large-1')).json())
  expect(large).toMatchObject({ itemsMinor: 35600, discountMinor: 3000, shippingMinor: 0, totalMinor: 32600 })
})

test('places one order for one key, and takes the stock once', async () => {
  const { place, call, stock } = await startShop()
  const before = (await stock()) ?? 0
  const [first, second] = await Promise.all([place(2, 'key-once-1'), place(2, 'key-once-1')])
  expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 201])
  expect(ordersSchema.parse(await (await call('/orders')).json()).items).toHaveLength(1)
  expect(await stock()).toBe(before - 2)
  expect((await place(3, 'key-once-1')).status).toBe(409)
})

test('refuses more than is in stock, a broken address and unknown goods, in the language of the caller', async () => {
  const { place, call, stock } = await startShop()
  const before = await stock()
  const tooMany = await place(99, 'key-wrong-1')
  expect(tooMany.status).toBe(409)
  expect(refusalSchema.parse(await tooMany.json())).toEqual({ code: 'outOfStock', message: '库存不足' })
  expect((await place(1, 'key-wrong-2', { address: { ...address, phone: '12' } })).status).toBe(422)
  expect((await place(1, 'key-wrong-3', { lines: [{ variantId: 'nothing', quantity: 1 }] })).status).toBe(422)
  expect((await place(1, 'key-wrong-4', { lines: [{ variantId, quantity: 0.5 }] })).status).toBe(422)
  expect(await stock()).toBe(before)
  const english = await call('/products/nothing', { headers: { 'accept-language': 'en' } })
  expect(refusalSchema.parse(await english.json())).toEqual({ code: 'notFound', message: 'Not found' })
})

test('shows an order to its own customer only', async () => {
  const { place, call } = await startShop()
  const { id } = orderSchema.parse(await (await place(1, 'key-mine-1')).json())
  expect((await call(`/orders/${id}`)).status).toBe(200)
  expect((await call(`/orders/${id}`, { customer: 'customer-0000000002' })).status).toBe(404)
  expect((await call('/orders', { customer: 'short' })).status).toBe(401)
})

test('goes from payment to delivery, gives the stock of a cancelled order back, and refuses any other way', async () => {
  let now = Date.UTC(2026, 4, 1)
  const { place, call, stock } = await startShop({ now: () => now })
  const { id } = orderSchema.parse(await (await place(1, 'key-state-1')).json())
  expect((await call(`/orders/${id}/receive`, { body: {} })).status).toBe(409)
  await call(`/orders/${id}/pay`, { body: {} })
  expect((await call(`/orders/${id}/cancel`, { body: {} })).status).toBe(409)
  now += 60_000
  expect(orderSchema.parse(await (await call(`/orders/${id}`)).json()).state).toBe('shipped')
  expect(orderSchema.parse(await (await call(`/orders/${id}/receive`, { body: {} })).json()).state).toBe('done')
  const before = await stock()
  const other = orderSchema.parse(await (await place(3, 'key-state-2')).json())
  await call(`/orders/${other.id}/cancel`, { body: {} })
  expect(await stock()).toBe(before)
})

test('keeps orders and stock over a restart when it has a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shop-api-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'shop.json')
  const first = await startShop({ file })
  await first.place(2, 'key-kept-1')
  const left = await first.stock()
  await first.api.close()
  const second = await startShop({ file })
  expect(ordersSchema.parse(await (await second.call('/orders')).json()).items).toHaveLength(1)
  expect(await second.stock()).toBe(left)
})
