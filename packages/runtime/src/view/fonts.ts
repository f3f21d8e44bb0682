import type { PageFont } from '../bridge/frame-messages.ts'

/** Text in this family is drawn anew when the bytes have been read. */
export async function addFont({ family, body, desc }: PageFont): Promise<void> {
  const font = new FontFace(family, await body.arrayBuffer(), desc)
  document.fonts.add(await font.load())
}
