/** A part of its own: the library that draws PDF files. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Sharper than that costs memory that phones do not have. */
const maxScale = 3

export interface PdfPart {
  showPdf(data: ArrayBuffer, into: HTMLElement, workerUrl: string): Promise<() => void>
}

/** Draws the pages one below the other, each when it comes near; gives what ends it. */
export async function showPdf(data: ArrayBuffer, into: HTMLElement, workerUrl: string): Promise<() => void> {
  const worker = new Worker(workerUrl)
  GlobalWorkerOptions.workerPort = worker
  const loading = getDocument({ data, useSystemFonts: true, disableFontFace: false })
  const end = () => {
    observer.disconnect()
    void loading.destroy().finally(() => worker.terminate())
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue
        observer.unobserve(target)
        void drawPage(document_, Number(target.dataset.page), target)
      }
    },
    { root: into, rootMargin: '100% 0px' },
  )
  let document_: PDFDocumentProxy
  try {
    document_ = await loading.promise
  } catch (error) {
    worker.terminate()
    throw error
  }
  const first = (await document_.getPage(1)).getViewport({ scale: 1 })
  for (let number = 1; number <= document_.numPages; number++) {
    const page = document.createElement('div')
    page.className = 'document-page'
    page.dataset.page = String(number)
    page.style.aspectRatio = `${first.width} / ${first.height}`
    page.setAttribute('role', 'img')
    page.setAttribute('aria-label', `${number} / ${document_.numPages}`)
    into.append(page)
    observer.observe(page)
  }
  return end
}

async function drawPage(pdf: PDFDocumentProxy, number: number, into: HTMLElement): Promise<void> {
  const page = await pdf.getPage(number)
  const plain = page.getViewport({ scale: 1 })
  into.style.aspectRatio = `${plain.width} / ${plain.height}`
  const scale = Math.min(maxScale, (into.clientWidth / plain.width) * devicePixelRatio)
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  into.append(canvas)
  await page.render({ canvas, viewport }).promise
  const text = await page.getTextContent()
  const words = text.items.map((item) => ('str' in item ? item.str : '')).join(' ')
  into.setAttribute('aria-label', `${number} / ${pdf.numPages} ${words}`.trim())
}
