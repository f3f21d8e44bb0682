export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(2)} MB`
}

/** `+1.5 KB`, with the sign that it has. */
export function growthText(beforeBytes: number, afterBytes: number): string {
  const growth = afterBytes - beforeBytes
  return `${growth < 0 ? '−' : '+'}${sizeText(Math.abs(growth))}`
}
