import { randomToken } from './api'
import type { SavedAddress } from './model'

const storageKey = 'addresses'

export function addresses(): readonly SavedAddress[] {
  const kept = wx.getStorageSync<SavedAddress[]>(storageKey)
  return Array.isArray(kept) ? kept : []
}

export function addressById(id: string): SavedAddress | undefined {
  return addresses().find((address) => address.id === id)
}

export function defaultAddress(): SavedAddress | undefined {
  const all = addresses()
  return all.find((address) => address.isDefault) ?? all[0]
}

/** Without an id it is a new one. Exactly one address is the default as long as there is any. */
export function saveAddress(address: Omit<SavedAddress, 'id'>, id?: string): void {
  const others = addresses().filter((other) => other.id !== id)
  const isDefault = address.isDefault || !others.some((other) => other.isDefault)
  const rest = isDefault ? others.map((other) => ({ ...other, isDefault: false })) : others
  wx.setStorageSync(storageKey, [{ ...address, isDefault, id: id ?? randomToken() }, ...rest])
}

export function removeAddress(id: string): void {
  const [first, ...rest] = addresses().filter((address) => address.id !== id)
  if (!first) return wx.setStorageSync(storageKey, [])
  const hasDefault = [first, ...rest].some((address) => address.isDefault)
  wx.setStorageSync(storageKey, [hasDefault ? first : { ...first, isDefault: true }, ...rest])
}
