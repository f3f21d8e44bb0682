/** 12350 -> ['123', '50']; amounts are whole fen. */
export function splitMinor(amountMinor: number): readonly [string, string] {
  const whole = Math.trunc(amountMinor / 100)
  return [String(whole), String(Math.abs(amountMinor) % 100).padStart(2, '0')]
}

/** 12350 -> '¥123.50' */
export function formatMinor(amountMinor: number): string {
  return `¥${splitMinor(amountMinor).join('.')}`
}
