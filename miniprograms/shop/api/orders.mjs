// Orders: money is counted in fen, totals are computed here and never taken from the caller.
import { ShopFailure } from './failure.mjs'

const freeShippingMinor = 19900
const shippingFeeMinor = 1200
const discountStepMinor = 30000
const discountPerStepMinor = 3000
const limits = { lines: 50, quantity: 99, note: 200, ordersPerCustomer: 200, customers: 5000 }

/** The demo shop packs by itself: a paid order is on its way after this long. */
const packingMs = 60_000

export function createOrders({ products, now, saved }) {
  const variants = new Map(
    products.flatMap((product) => product.variants.map((variant) => [variant.id, { product, variant }])),
  )
  const customers = new Map(Object.entries(saved?.customers ?? {}))
  let serial = saved?.serial ?? 0
  for (const [id, stock] of Object.entries(saved?.stock ?? {})) {
    const found = variants.get(id)
    if (found) found.variant.stock = stock
  }

  function parseLines(lines) {
    if (!Array.isArray(lines) || lines.length === 0 || lines.length > limits.lines)
      throw new ShopFailure('invalidLines')
    const quantities = new Map()
    for (const line of lines) {
      const known = variants.has(line?.variantId)
      if (!known || !Number.isInteger(line.quantity) || line.quantity < 1 || line.quantity > limits.quantity) {
        throw new ShopFailure('invalidLines', line?.variantId)
      }
      quantities.set(line.variantId, (quantities.get(line.variantId) ?? 0) + line.quantity)
    }
    return [...quantities].map(([id, quantity]) => ({ ...variants.get(id), quantity }))
  }

  function quote(lines) {
    const parsed = parseLines(lines)
    const itemsMinor = parsed.reduce((sum, { variant, quantity }) => sum + variant.priceMinor * quantity, 0)
    const discountMinor = Math.floor(itemsMinor / discountStepMinor) * discountPerStepMinor
    const shippingMinor = itemsMinor - discountMinor >= freeShippingMinor ? 0 : shippingFeeMinor
    return {
      lines: parsed.map(lineOf),
      itemsMinor,
      discountMinor,
      shippingMinor,
      totalMinor: itemsMinor - discountMinor + shippingMinor,
      missing: parsed.filter(({ variant, quantity }) => variant.stock < quantity).map(({ variant }) => variant.id),
    }
  }

  function customer(token) {
    const known = customers.get(token)
    if (known) return known
    // The longest unseen customer makes room, so that the demo never grows without bound.
    if (customers.size >= limits.customers) customers.delete(customers.keys().next().value)
    const fresh = { orders: [], keys: {} }
    customers.set(token, fresh)
    return fresh
  }

  function place(token, key, body) {
    if (!/^[\w-]{8,80}$/.test(key ?? '')) throw new ShopFailure('keyMissing')
    const owner = customer(token)
    const fingerprint = JSON.stringify([body?.lines, body?.address, body?.note ?? ''])
    const earlier = owner.keys[key]
    if (earlier) {
      if (earlier.fingerprint !== fingerprint) throw new ShopFailure('keyReused')
      return { created: false, order: find(token, earlier.orderId) }
    }
    const address = parseAddress(body?.address)
    const note = String(body?.note ?? '').slice(0, limits.note)
    const { missing, ...totals } = quote(body?.lines)
    if (missing.length > 0) throw new ShopFailure('outOfStock', missing)
    for (const line of totals.lines) variants.get(line.variantId).variant.stock -= line.quantity
    serial += 1
    const createdAt = now()
    const number = `${new Date(createdAt).toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(6, '0')}`
    const order = { id: `o${serial}`, number, state: 'toPay', createdAt, paidAt: null, address, note, ...totals }
    owner.orders.unshift(order)
    owner.orders.length = Math.min(owner.orders.length, limits.ordersPerCustomer)
    owner.keys[key] = { fingerprint, orderId: order.id }
    return { created: true, order }
  }

  function refresh(order) {
    if (order.state === 'toShip' && now() - order.paidAt >= packingMs) order.state = 'shipped'
    return order
  }

  function find(token, id) {
    const order = customer(token).orders.find((candidate) => candidate.id === id)
    if (!order) throw new ShopFailure('notFound')
    return refresh(order)
  }

  function list(token, state) {
    const all = customer(token).orders.map(refresh)
    return state ? all.filter((order) => order.state === state) : all
  }

  function change(token, id, action) {
    const order = find(token, id)
    if (action === 'pay' && order.state === 'toPay') Object.assign(order, { state: 'toShip', paidAt: now() })
    else if (action === 'cancel' && order.state === 'toPay') {
      order.state = 'cancelled'
      for (const line of order.lines) variants.get(line.variantId).variant.stock += line.quantity
    } else if (action === 'receive' && order.state === 'shipped') order.state = 'done'
    else throw new ShopFailure('wrongState')
    return order
  }

  function snapshot() {
    const stock = Object.fromEntries([...variants].map(([id, { variant }]) => [id, variant.stock]))
    return { serial, stock, customers: Object.fromEntries(customers) }
  }

  return { quote, place, find, list, change, snapshot }
}

function lineOf({ product, variant, quantity }) {
  return {
    variantId: variant.id,
    productId: product.id,
    name: product.name,
    options: variant.values.map(({ zh, en }) => ({ zh, en })),
    picture: variant.picture,
    priceMinor: variant.priceMinor,
    stock: variant.stock,
    quantity,
  }
}

function parseAddress(address) {
  const text = (name, most) => {
    const value = address?.[name]
    if (typeof value !== 'string' || value.trim() === '' || value.length > most)
      throw new ShopFailure('invalidAddress', name)
    return value.trim()
  }
  const phone = text('phone', 20)
  if (!/^1\d{10}$/.test(phone)) throw new ShopFailure('invalidAddress', 'phone')
  return { name: text('name', 30), phone, region: text('region', 60), detail: text('detail', 120) }
}
