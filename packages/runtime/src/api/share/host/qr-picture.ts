import { encode } from 'uqr'

/** A QR code with its quiet zone, crisp at any size. */
export function qrCanvas(text: string, sizePx: number): HTMLCanvasElement {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const cell = Math.max(1, Math.floor(sizePx / size))
  const canvas = document.createElement('canvas')
  canvas.width = cell * size
  canvas.height = cell * size
  const context = canvas.getContext('2d')
  if (context === null) return canvas
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(x * cell, y * cell, cell, cell)
    })
  })
  return canvas
}
