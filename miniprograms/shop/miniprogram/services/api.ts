import { texts } from '../text/texts'
import { currentLanguage } from './language'
import type { Banner, Category, DeliveryAddress, Order, OrderState, Product, ProductPage, Quote } from './model'

const baseUrl = 'https://shop.example/api'

/** Why a request did not succeed, in words for the person who waits for it. */
export class RequestFailure extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export interface WantedLine {
  readonly variantId: string
  readonly quantity: number
}

export interface ProductFilter {
  readonly category?: string
  readonly q?: string
  readonly sort?: string
  readonly min?: number
  readonly max?: number
  readonly inStock?: boolean
}

export const fetchCategories = () => send<Category[]>('GET', '/categories')
export const fetchBanners = () => send<Banner[]>('GET', '/banners')
export const fetchProduct = (id: string) => send<Product>('GET', `/products/${encodeURIComponent(id)}`)
export const fetchQuote = (lines: readonly WantedLine[]) => send<Quote>('POST', '/quotes', { lines })
export const fetchOrder = (id: string) => send<Order>('GET', `/orders/${encodeURIComponent(id)}`)

export function fetchProducts(filter: ProductFilter, page: number): Promise<ProductPage> {
  const { inStock, ...others } = filter
  const query = Object.entries({ ...others, inStock: inStock ? 1 : '', page })
    .filter(([, value]) => value !== '' && value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return send<ProductPage>('GET', `/products?${query.join('&')}`)
}

export async function fetchOrders(state: OrderState | ''): Promise<readonly Order[]> {
  const { items } = await send<{ items: Order[] }>('GET', `/orders${state ? `?state=${state}` : ''}`)
  return items
}

/** The same key never places a second order, however often it is sent. */
export function placeOrder(
  key: string,
  order: { lines: readonly WantedLine[]; address: DeliveryAddress; note: string },
) {
  return send<Order>('POST', '/orders', order, { 'idempotency-key': key })
}

export function changeOrder(id: string, action: 'pay' | 'cancel' | 'receive'): Promise<Order> {
  return send<Order>('POST', `/orders/${encodeURIComponent(id)}/${action}`, {})
}

export function failureText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export function randomToken(): string {
  const characters = 'abcdefghijkmnpqrstuvwxyz23456789'
  return Array.from({ length: 32 }, () => characters.charAt(Math.floor(Math.random() * characters.length))).join('')
}

function send<Answer extends WechatMiniprogram.IAnyObject>(
  method: 'GET' | 'POST',
  path: string,
  data?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    wx.request<Answer & { code?: string; message?: string }>({
      url: `${baseUrl}${path}`,
      method,
      ...(data && { data }),
      header: {
        'content-type': 'application/json',
        'accept-language': currentLanguage(),
        'x-customer': customerToken(),
        ...headers,
      },
      success: ({ statusCode, data: answer }) => {
        if (statusCode >= 200 && statusCode < 300) return resolve(answer)
        reject(new RequestFailure(answer?.code ?? `http${statusCode}`, answer?.message ?? texts().common.serverFailed))
      },
      fail: () => reject(new RequestFailure('network', texts().common.networkFailed)),
    })
  })
}

/** Orders belong to whoever holds this token; it stays on the device. */
function customerToken(): string {
  const known = wx.getStorageSync<string>('customer')
  if (known) return known
  const fresh = randomToken()
  wx.setStorageSync('customer', fresh)
  return fresh
}
