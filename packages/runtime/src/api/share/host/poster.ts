/** A picture to pass on: the card's picture and title, and a QR code that opens it. */
import { qrCanvas } from './qr-picture.ts'
import type { ShareCard } from './share-card.ts'

const widthPx = 750
const heightPx = 1200
const marginPx = 60

export async function drawPoster(card: ShareCard, texts: { appName: string; hint: string }): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = widthPx
  canvas.height = heightPx
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, widthPx, heightPx)
  const inner = widthPx - 2 * marginPx
  let top = marginPx
  const picture = card.imageUrl === undefined ? undefined : await loadPicture(card.imageUrl)
  if (picture !== undefined) {
    // 5:4, as WeChat shows the picture of a card.
    drawCovering(context, picture, { left: marginPx, top, width: inner, height: inner * 0.8 })
    top += inner * 0.8 + 40
  }
  context.fillStyle = '#111'
  context.textBaseline = 'top'
  context.font = '600 44px sans-serif'
  for (const line of wrapText(context, card.title, inner).slice(0, 3)) {
    context.fillText(line, marginPx, top)
    top += 60
  }
  const code = qrCanvas(card.url, 240)
  const codeTop = heightPx - marginPx - code.height
  context.drawImage(code, widthPx - marginPx - code.width, codeTop)
  context.font = '34px sans-serif'
  context.fillText(texts.appName, marginPx, codeTop + 60, inner - code.width - 20)
  context.fillStyle = '#666'
  context.font = '28px sans-serif'
  context.fillText(texts.hint, marginPx, codeTop + 120, inner - code.width - 20)
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png')
  })
}

async function loadPicture(url: string): Promise<HTMLImageElement | undefined> {
  const picture = new Image()
  picture.src = url
  try {
    await picture.decode()
    return picture
  } catch {
    return undefined
  }
}

function drawCovering(
  context: CanvasRenderingContext2D,
  picture: HTMLImageElement,
  box: { left: number; top: number; width: number; height: number },
): void {
  const scale = Math.max(box.width / picture.naturalWidth, box.height / picture.naturalHeight)
  const width = box.width / scale
  const height = box.height / scale
  const left = (picture.naturalWidth - width) / 2
  const top = (picture.naturalHeight - height) / 2
  context.drawImage(picture, left, top, width, height, box.left, box.top, box.width, box.height)
}

function wrapText(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const char of text) {
    if (line !== '' && context.measureText(line + char).width > width) {
      lines.push(line)
      line = ''
    }
    line += char
  }
  return line === '' ? lines : [...lines, line]
}
