import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

/** Draws what is in it into a picture. */
class SnapshotElement extends BuiltIn {
  override invoke(method: string, args: readonly unknown[]): unknown {
    if (method !== 'takeSnapshot') return super.invoke(method, args)
    const [options] = args
    const format: unknown = typeof options === 'object' && options !== null ? Reflect.get(options, 'format') : undefined
    return this.draw(format === 'rgba')
  }

  private async draw(isRaw: boolean): Promise<{ data: ArrayBuffer; file?: Blob }> {
    const { width, height } = this.element.getBoundingClientRect()
    const scale = window.devicePixelRatio
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const context = canvas.getContext('2d')
    if (context === null || canvas.width === 0 || canvas.height === 0) throw new Error('snapshot is empty')
    context.drawImage(await this.picture(width, height), 0, 0, canvas.width, canvas.height)
    if (isRaw) {
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      return { data: data.slice().buffer }
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
    if (blob === null) throw new Error('the browser lets no one read this picture')
    return { data: await blob.arrayBuffer(), file: blob }
  }

  /** An SVG with the elements in it; as a `data:` address it does not lock the canvas. */
  private async picture(width: number, height: number): Promise<HTMLImageElement> {
    const copy = copyWithStyle(this.element)
    copy.style.margin = '0'
    const images = [...this.element.querySelectorAll('img')]
    await Promise.all(
      [...copy.querySelectorAll('img')].map(async (image, index) => {
        const source = images[index]
        if (source !== undefined) image.src = addressOf(source) ?? 'data:,'
        await image.decode().catch(() => undefined)
      }),
    )
    const svg = document.createElementNS(svgNamespace, 'svg')
    svg.setAttribute('width', String(width))
    svg.setAttribute('height', String(height))
    const foreign = document.createElementNS(svgNamespace, 'foreignObject')
    foreign.setAttribute('width', '100%')
    foreign.setAttribute('height', '100%')
    foreign.append(copy)
    svg.append(foreign)
    const text = new XMLSerializer().serializeToString(svg)
    const picture = new Image()
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
    await picture.decode()
    return picture
  }
}

/** In the picture no style sheet of the page holds: each element carries all of its style. */
function copyWithStyle(element: HTMLElement): HTMLElement {
  const copy = document.createElement(element instanceof HTMLImageElement ? 'img' : 'div')
  const style = getComputedStyle(element)
  for (const name of style) copy.style.setProperty(name, style.getPropertyValue(name))
  for (const child of element.childNodes) {
    if (child instanceof HTMLElement) copy.append(copyWithStyle(child))
    else if (child instanceof Text) copy.append(child.data)
  }
  return copy
}

function addressOf(image: HTMLImageElement): string | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  if (canvas.width === 0) return undefined
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.toDataURL()
}

export const snapshot: BuiltInDefinition = {
  tag: 'snapshot',
  attributes: ['mode'],
  style: 'wx-snapshot{display:block}',
  create: (element, view) => new SnapshotElement(element, view),
}
