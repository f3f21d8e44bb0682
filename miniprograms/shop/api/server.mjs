// The demo API of the shop: goods, quotes and orders over plain Node http, without dependencies. Orders belong to the anonymous customer
// whose token comes in the header `x-customer`; texts follow `accept-language`.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { banners, categories, categoryPicture, createProducts } from './catalogue.mjs'
import { ShopFailure } from './failure.mjs'
import { createOrders } from './orders.mjs'

const pageSize = 8
const bodyLimitBytes = 64 * 1024

/** `file` keeps orders and stock over a restart; `now` is the clock in milliseconds. */
export function createShopServer({ file, now = Date.now } = {}) {
  const products = createProducts()
  const orders = createOrders({ products, now, saved: file ? readSaved(file) : null })
  const save = () => {
    if (!file) return
    writeFileSync(`${file}.new`, JSON.stringify(orders.snapshot()))
    renameSync(`${file}.new`, file)
  }

  const routes = [
    [
      'GET',
      /^\/categories$/,
      ({ say }) =>
        categories.map((category) => ({ id: category.id, name: say(category), picture: categoryPicture(category) })),
    ],
    ['GET', /^\/banners$/, ({ language }) => banners.map((banner) => presentBanner(banner, language))],
    ['GET', /^\/products$/, ({ query, say }) => listProducts(products, query, say)],
    [
      'GET',
      /^\/products\/([\w-]+)$/,
      ({ params: [id], say }) =>
        presentProduct(
          products.find((product) => product.id === id),
          say,
        ),
    ],
    ['POST', /^\/quotes$/, ({ body, say }) => presentTotals(orders.quote(body?.lines), say)],
    [
      'POST',
      /^\/orders$/,
      ({ customer, headers, body, say, answer }) => {
        const { created, order } = orders.place(customer(), headers['idempotency-key'], body)
        answer.status = created ? 201 : 200
        save()
        return presentTotals(order, say)
      },
    ],
    [
      'GET',
      /^\/orders$/,
      ({ customer, query, say }) => ({
        items: orders.list(customer(), query.get('state')).map((order) => presentTotals(order, say)),
      }),
    ],
    ['GET', /^\/orders\/(\w+)$/, ({ customer, params: [id], say }) => presentTotals(orders.find(customer(), id), say)],
    [
      'POST',
      /^\/orders\/(\w+)\/(pay|cancel|receive)$/,
      ({ customer, params: [id, action], say }) => {
        const order = orders.change(customer(), id, action)
        save()
        return presentTotals(order, say)
      },
    ],
  ]

  async function handle(request) {
    const url = new URL(request.url, 'http://shop')
    const path = url.pathname.replace(/^\/api(?=\/)/, '')
    const language = /^en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'
    const answer = { status: 200 }
    try {
      for (const [method, pattern, run] of routes) {
        const match = pattern.exec(path)
        if (!match || method !== request.method) continue
        const body = method === 'POST' ? await readBody(request) : undefined
        const customer = () => customerOf(request.headers)
        const say = (text) => text[language]
        const context = {
          params: match.slice(1),
          query: url.searchParams,
          headers: request.headers,
          body,
          language,
          say,
          customer,
          answer,
        }
        return { body: run(context), status: answer.status }
      }
      throw new ShopFailure('notFound')
    } catch (error) {
      if (error instanceof ShopFailure) return error.answer(language)
      throw error
    }
  }

  return createServer((request, response) => {
    void handle(request)
      .catch(() => ({ status: 500, body: { code: 'internal', message: 'Internal error' } }))
      .then(({ status, body }) => {
        const text = JSON.stringify(body)
        response.writeHead(status, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(text),
          'cache-control': 'no-store',
        })
        response.end(text)
      })
  })
}

function readSaved(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function customerOf(headers) {
  const token = headers['x-customer'] ?? ''
  if (!/^[\w-]{16,64}$/.test(token)) throw new ShopFailure('unknownCustomer')
  return token
}

async function readBody(request) {
  const chunks = []
  let sizeBytes = 0
  for await (const chunk of request) {
    sizeBytes += chunk.length
    if (sizeBytes > bodyLimitBytes) throw new ShopFailure('tooLarge')
    chunks.push(chunk)
  }
  if (sizeBytes === 0) return {}
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new ShopFailure('invalidBody')
  }
}

const orderings = {
  recommended: (a, b) => Number(b.recommended) - Number(a.recommended) || b.sold - a.sold,
  sales: (a, b) => b.sold - a.sold,
  priceUp: (a, b) => a.priceMinor - b.priceMinor,
  priceDown: (a, b) => b.priceMinor - a.priceMinor,
}

function listProducts(products, query, say) {
  const whole = (name, otherwise) => (/^\d{1,9}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : otherwise)
  const category = query.get('category')
  const words = (query.get('q') ?? '').trim().toLowerCase().slice(0, 40)
  const page = Math.max(1, whole('page', 1))
  const found = products
    .filter((product) => !category || product.category === category)
    .filter((product) => product.priceMinor >= whole('min', 0) && product.priceMinor <= whole('max', Infinity))
    .filter((product) => query.get('inStock') !== '1' || product.variants.every((variant) => variant.stock > 0))
    .filter(
      (product) =>
        !words ||
        [...Object.values(product.name), ...Object.values(product.line)].some((text) =>
          text.toLowerCase().includes(words),
        ),
    )
    .toSorted(orderings[query.get('sort')] ?? orderings.recommended)
  const items = found.slice((page - 1) * pageSize, page * pageSize).map((product) => summary(product, say))
  return { items, page, total: found.length, hasMore: page * pageSize < found.length }
}

function summary(product, say) {
  const { id, category, pictures, priceMinor, wasMinor, sold, tag } = product
  return {
    id,
    category,
    name: say(product.name),
    line: say(product.line),
    picture: pictures[0],
    priceMinor,
    wasMinor,
    sold,
    tag,
  }
}

function presentProduct(product, say) {
  if (!product) throw new ShopFailure('notFound')
  return {
    ...summary(product, say),
    pictures: product.pictures,
    about: say(product.about),
    facts: product.about.facts.map(([zh, en, zhValue, enValue]) => ({
      label: say({ zh, en }),
      value: say({ zh: zhValue, en: enValue }),
    })),
    options: product.options.map((option) => ({
      id: option.id,
      name: say(option),
      values: option.values.map((value) => ({ id: value.id, name: say(value) })),
    })),
    variants: product.variants.map(({ id, values, priceMinor, stock, picture }) => ({
      id,
      values: values.map((value) => value.id),
      priceMinor,
      stock,
      picture,
    })),
  }
}

function presentBanner({ id, target, picture, ...texts }, language) {
  const [title, line] = texts[language]
  return { id, title, line, target, picture }
}

function presentTotals(totals, say) {
  return {
    ...totals,
    lines: totals.lines.map((line) => ({ ...line, name: say(line.name), options: line.options.map(say).join(' · ') })),
  }
}
