/** Several pictures side by side, to look at. */
import { writeFile, rm } from 'node:fs/promises'
import type { EngineDriver, PhoneSetup } from '../../tests/support/engines/engine.ts'
import { type LookPicture, manners, screen } from './look-pictures.ts'

export const perSheet = 5

/** Writes a sheet of the pictures of a few looks: a row for each manner. */
export async function writeSheet(engine: EngineDriver, pictures: readonly LookPicture[], path: string): Promise<void> {
  const count = new Set(pictures.map(({ look }) => look.id)).size
  const cells = manners.flatMap((manner) =>
    pictures
      .filter((picture) => picture.manner === manner)
      .map(({ png }) => `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`),
  )
  const setup: PhoneSetup = { width: screen.width * perSheet, height: screen.height * manners.length, scheme: 'light' }
  const page = await engine.openPhone(setup)
  const html = `<meta name="viewport" content="width=device-width"><style>body{margin:0;display:grid;grid-template-columns:repeat(${count},${screen.width}px)}img{display:block;outline:1px solid #888}</style>${cells.join('')}`
  const file = path.replace(/png$/, 'html')
  await writeFile(file, html)
  await page.goto(`file://${file}`)
  await page.inHost(() => Promise.all([...document.images].map((image) => image.decode())).then(() => true), undefined)
  await writeFile(path, await page.screenshot())
  await rm(file)
  await page.close()
}
