export function downloadBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser takes the bytes some moments after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
