/** Reads bar codes and QR codes in a picture: by the browser's own detector where there is one, else by a library that is fetched then. */
import { importPart } from '../../../host/later/extra-parts.ts'

export interface ScannedCode {
  result: string
  /** WeChat's name: `QR_CODE`, `EAN_13`, ... */
  scanType: string
  charSet: string
  /** Base64 of the bytes. */
  rawData: string
  /** Left, top, width and height in the picture's own pixels. */
  area: readonly [number, number, number, number]
}

export type CodePicture = ImageBitmap | HTMLVideoElement | HTMLImageElement

export type ScanGroup = 'qrCode' | 'barCode' | 'datamatrix' | 'pdf417'

export interface RawCode {
  text: string
  /** The Shape Detection API's name, `qr_code`. */
  format: string
  points: readonly (readonly [number, number])[]
}

/** What `code-reader-part.ts` exports. */
export interface CodeReaderPart {
  readPixels(pixels: ImageData): RawCode | undefined
}

interface Detector {
  detect(
    picture: CodePicture,
  ): Promise<readonly { rawValue: string; format: string; cornerPoints: readonly { x: number; y: number }[] }[]>
}

declare global {
  interface Window {
    BarcodeDetector?: { new (): Detector; getSupportedFormats(): Promise<readonly string[]> }
  }
}

/** Larger pictures cost much time and seldom tell more. */
const maxSidePx = 1600

let detector: Promise<Detector | undefined> | undefined

/** Undefined when there is no code of these kinds in the picture. */
export async function readCode(picture: CodePicture, groups: readonly ScanGroup[]): Promise<ScannedCode | undefined> {
  detector ??= openDetector()
  const native = await detector
  const found = native === undefined ? await readByLibrary(picture) : await readNatively(native, picture)
  const code = found.find(({ format }) => groups.includes(groupOf(format)))
  return code === undefined ? undefined : describe(code)
}

async function openDetector(): Promise<Detector | undefined> {
  const Native = window.BarcodeDetector
  if (Native === undefined) return undefined
  // Some browsers have the class without the service behind it.
  const formats = await Native.getSupportedFormats().catch((): readonly string[] => [])
  return formats.includes('qr_code') && formats.includes('ean_13') ? new Native() : undefined
}

async function readNatively(native: Detector, picture: CodePicture): Promise<RawCode[]> {
  const codes = await native.detect(picture).catch(() => [])
  return codes.map(({ rawValue, format, cornerPoints }) => ({
    text: rawValue,
    format,
    points: cornerPoints.map(({ x, y }): [number, number] => [x, y]),
  }))
}

async function readByLibrary(picture: CodePicture): Promise<RawCode[]> {
  const reader = await importPart<CodeReaderPart>('code-reader')
  const { width, height } = sizeOf(picture)
  if (width === 0 || height === 0) return []
  const scale = Math.min(1, maxSidePx / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return []
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const found = reader.readPixels(context.getImageData(0, 0, canvas.width, canvas.height))
  return found === undefined
    ? []
    : [{ ...found, points: found.points.map(([x, y]): [number, number] => [x / scale, y / scale]) }]
}

function sizeOf(picture: CodePicture): { width: number; height: number } {
  if (picture instanceof HTMLVideoElement) return { width: picture.videoWidth, height: picture.videoHeight }
  if (picture instanceof HTMLImageElement) return { width: picture.naturalWidth, height: picture.naturalHeight }
  return picture
}

function groupOf(format: string): ScanGroup {
  if (format === 'qr_code' || format === 'micro_qr_code') return 'qrCode'
  if (format === 'data_matrix') return 'datamatrix'
  return format === 'pdf417' ? 'pdf417' : 'barCode'
}

function describe({ text, format, points }: RawCode): ScannedCode {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = points.length === 0 ? [0, 0] : [Math.min(...xs), Math.min(...ys)]
  const size = points.length === 0 ? [0, 0] : [Math.max(...xs) - left, Math.max(...ys) - top]
  const bytes = new TextEncoder().encode(text)
  return {
    result: text,
    scanType: format.toUpperCase(),
    charSet: 'utf-8',
    rawData: btoa(String.fromCharCode(...bytes)),
    area: [left, top, size[0] ?? 0, size[1] ?? 0],
  }
}
