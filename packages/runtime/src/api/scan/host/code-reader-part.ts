/** A part of its own, because the library weighs more than all the rest of the host. */
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  MultiFormatReader,
  NotFoundException,
  RGBLuminanceSource,
} from '@zxing/library'
import type { RawCode } from './read-codes.ts'

const names: Readonly<Record<number, string>> = {
  [BarcodeFormat.AZTEC]: 'aztec',
  [BarcodeFormat.CODABAR]: 'codabar',
  [BarcodeFormat.CODE_39]: 'code_39',
  [BarcodeFormat.CODE_93]: 'code_93',
  [BarcodeFormat.CODE_128]: 'code_128',
  [BarcodeFormat.DATA_MATRIX]: 'data_matrix',
  [BarcodeFormat.EAN_8]: 'ean_8',
  [BarcodeFormat.EAN_13]: 'ean_13',
  [BarcodeFormat.ITF]: 'itf',
  [BarcodeFormat.PDF_417]: 'pdf417',
  [BarcodeFormat.QR_CODE]: 'qr_code',
  [BarcodeFormat.UPC_A]: 'upc_a',
  [BarcodeFormat.UPC_E]: 'upc_e',
}

const reader = new MultiFormatReader()
reader.setHints(new Map([[DecodeHintType.POSSIBLE_FORMATS, Object.keys(names).map(Number)]]))

export function readPixels({ data, width, height }: ImageData): RawCode | undefined {
  const grey = new Uint8ClampedArray(width * height)
  for (let at = 0; at < grey.length; at++) {
    const from = at * 4
    grey[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8
  }
  const source = new RGBLuminanceSource(grey, width, height)
  // The one is better in uneven light, the other on small and clean pictures.
  for (const binarizer of [new HybridBinarizer(source), new GlobalHistogramBinarizer(source)]) {
    const found = decode(new BinaryBitmap(binarizer))
    if (found !== undefined) return found
  }
  return undefined
}

function decode(picture: BinaryBitmap): RawCode | undefined {
  try {
    const found = reader.decodeWithState(picture)
    return {
      text: found.getText(),
      format: names[found.getBarcodeFormat()] ?? 'unknown',
      points: found.getResultPoints().map((point): [number, number] => [point.getX(), point.getY()]),
    }
  } catch (error) {
    if (error instanceof NotFoundException || error instanceof Error) return undefined
    throw error
  } finally {
    reader.reset()
  }
}
