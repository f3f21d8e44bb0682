import type { OrderLine } from './model'

/** A line of the cart is kept on the device with what is needed to show it. */
export interface CartLine extends OrderLine {
  readonly stock: number
  readonly isSelected: boolean
}

const storageKey = 'cart'
const buyNowKey = 'buyNow'
const cartTab = 2

export function cartLines(): readonly CartLine[] {
  const kept = wx.getStorageSync<CartLine[]>(storageKey)
  return Array.isArray(kept) ? kept : []
}

export function addToCart(line: Omit<CartLine, 'isSelected'>): void {
  const lines = cartLines()
  const there = lines.find(({ variantId }) => variantId === line.variantId)
  const quantity = Math.min((there?.quantity ?? 0) + line.quantity, line.stock)
  const others = lines.filter(({ variantId }) => variantId !== line.variantId)
  save([{ ...line, quantity, isSelected: true }, ...others])
}

export function changeLine(variantId: string, change: Partial<Pick<CartLine, 'quantity' | 'isSelected'>>): void {
  save(cartLines().map((line) => (line.variantId === variantId ? { ...line, ...change } : line)))
}

export function selectAll(isSelected: boolean): void {
  save(cartLines().map((line) => ({ ...line, isSelected })))
}

export function removeLines(variantIds: readonly string[]): void {
  save(cartLines().filter(({ variantId }) => !variantIds.includes(variantId)))
}

export function cartCount(): number {
  return cartLines().reduce((sum, line) => sum + line.quantity, 0)
}

/** The number on the tab. Called when a page with the tab bar is shown. */
export function showCartBadge(): void {
  const count = cartCount()
  // Fails on a page without the tab bar; the next tab page shows the number.
  const fail = () => {}
  if (count === 0) wx.removeTabBarBadge({ index: cartTab, fail })
  else wx.setTabBarBadge({ index: cartTab, text: count > 99 ? '99+' : String(count), fail })
}

/** What the checkout page sells: the selected lines of the cart, or one line bought at once. */
export function checkoutLines(source: 'cart' | 'now'): readonly CartLine[] {
  if (source === 'cart') return cartLines().filter((line) => line.isSelected)
  const line = wx.getStorageSync<CartLine | ''>(buyNowKey)
  return line ? [line] : []
}

export function keepForCheckout(line: Omit<CartLine, 'isSelected'>): void {
  wx.setStorageSync(buyNowKey, { ...line, isSelected: true })
}

function save(lines: readonly CartLine[]): void {
  wx.setStorageSync(storageKey, lines)
}
