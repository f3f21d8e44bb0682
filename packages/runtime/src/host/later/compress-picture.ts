/** Draws a picture smaller and as JPEG. `quality` is 0 to 100, as in `wx.compressImage`. */
export async function compressPicture(
  picture: Blob,
  options: { quality: number; maxWidth?: number; maxHeight?: number },
): Promise<Blob> {
  const bitmap = await createImageBitmap(picture)
  const scale = Math.min(
    1,
    (options.maxWidth ?? bitmap.width) / bitmap.width,
    (options.maxHeight ?? bitmap.height) / bitmap.height,
  )
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? picture), 'image/jpeg', options.quality / 100)
  })
}
