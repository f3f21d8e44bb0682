/** What the API answers with. Amounts are whole fen. */
export interface Category {
  readonly id: string
  readonly name: string
  readonly picture: string
}

export interface Banner {
  readonly id: string
  readonly title: string
  readonly line: string
  readonly picture: string
  readonly target: { readonly kind: 'category' | 'product'; readonly id: string }
}

export interface ProductSummary {
  readonly id: string
  readonly category: string
  readonly name: string
  readonly line: string
  readonly picture: string
  readonly priceMinor: number
  readonly wasMinor: number | null
  readonly sold: number
  readonly tag: 'new' | 'hot' | null
}

export interface ProductPage {
  readonly items: readonly ProductSummary[]
  readonly page: number
  readonly total: number
  readonly hasMore: boolean
}

export interface ProductOption {
  readonly id: string
  readonly name: string
  readonly values: readonly { readonly id: string; readonly name: string }[]
}

export interface Variant {
  readonly id: string
  /** Ids of the chosen values, in the order of the product's options. */
  readonly values: readonly string[]
  readonly priceMinor: number
  readonly stock: number
  readonly picture: string
}

export interface Product extends ProductSummary {
  readonly pictures: readonly string[]
  readonly about: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly options: readonly ProductOption[]
  readonly variants: readonly Variant[]
}

export interface OrderLine {
  readonly variantId: string
  readonly productId: string
  readonly name: string
  readonly options: string
  readonly picture: string
  readonly priceMinor: number
  readonly quantity: number
}

export interface Totals {
  readonly lines: readonly OrderLine[]
  readonly itemsMinor: number
  readonly discountMinor: number
  readonly shippingMinor: number
  readonly totalMinor: number
}

export interface Quote extends Totals {
  /** Variants of which there is less than asked for. */
  readonly missing: readonly string[]
}

export interface DeliveryAddress {
  readonly name: string
  readonly phone: string
  readonly region: string
  readonly detail: string
}

export type OrderState = 'toPay' | 'toShip' | 'shipped' | 'done' | 'cancelled'

export interface Order extends Totals {
  readonly id: string
  readonly number: string
  readonly state: OrderState
  readonly createdAt: number
  readonly address: DeliveryAddress
  readonly note: string
}

export interface SavedAddress extends DeliveryAddress {
  readonly id: string
  readonly isDefault: boolean
}
