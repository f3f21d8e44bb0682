// Draws every picture that the catalogue names, and the banners, as SVG files: `node tools/draw-pictures.mjs`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { categories, categoryPicture, createProducts } from '../api/catalogue.mjs'
import { bannerPictures } from './banners.mjs'
import { motifs } from './motifs.mjs'
import { palettes } from './palettes.mjs'

const assets = new URL('../miniprogram/assets/', import.meta.url)

const gradient = (p) =>
  `<defs><linearGradient id="g" x1="0" x2="1" y1="0" y2=".25"><stop offset="0" stop-color="${p.light}"/><stop offset=".45" stop-color="${p.body}"/><stop offset="1" stop-color="${p.shade}"/></linearGradient></defs>`
// Width and height are for image modes that ask for the natural size.
const svg = (box, body) => {
  const [, , width, height] = box.split(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box}">${body}</svg>\n`
}

function picture(motif, palette, view) {
  const p = palettes[palette]
  const drawing = motifs[motif](p, 'url(#g)')
  if (view === 'small') return svg('60 60 280 280', gradient(p) + drawing)
  const wall = `<rect width="400" height="400" fill="${p.back}"/><rect y="292" width="400" height="108" fill="rgba(255,255,255,.5)"/>`
  if (view === 'front') return svg('20 24 360 360', gradient(p) + wall + drawing)
  const window = `<g fill="rgba(255,255,255,.55)"><path d="M36 0h84L24 292H0V110Z"/><path d="M152 0h70L126 292H54Z"/></g>`
  const branch = `<g opacity=".5" fill="${p.shade}"><path d="M400 30C340 40 300 60 262 104l4 4c40-40 78-56 134-64Z"/>${[
    [300, 66, 200],
    [330, 52, 60],
    [356, 44, 210],
    [286, 84, 80],
    [376, 40, 70],
  ]
    .map(
      ([x, y, turn]) =>
        `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 0C10-14 30-14 42 0 30 14 10 14 0 0Z"/>`,
    )
    .join('')}</g>`
  return svg(
    '0 0 400 400',
    `${gradient(p)}${wall}${window}${branch}<g transform="translate(52 96) scale(.74)">${drawing}</g>`,
  )
}

const wanted = new Set([
  ...categories.map(categoryPicture),
  ...createProducts().flatMap((product) => [
    ...product.pictures,
    ...product.variants.map((variant) => variant.picture),
  ]),
])
for (const folder of ['products/', 'banners/']) {
  rmSync(new URL(folder, assets), { recursive: true, force: true })
  mkdirSync(new URL(folder, assets), { recursive: true })
}
for (const path of wanted) {
  const [motif, palette, view] = path.replace(/^.*\/|\.svg$/g, '').split('-')
  writeFileSync(new URL(path.replace('/assets/', ''), assets), picture(motif, palette, view))
}
for (const [name, body] of Object.entries(bannerPictures()))
  writeFileSync(new URL(`banners/${name}.svg`, assets), svg('0 0 700 360', body))
process.stdout.write(`${wanted.size} product pictures\n`)
