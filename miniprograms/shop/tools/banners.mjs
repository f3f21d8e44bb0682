import { motifs } from './motifs.mjs'
import { palettes } from './palettes.mjs'

const gradientOf = (id, p) =>
  `<linearGradient id="${id}" x1="0" x2="1" y1="0" y2=".25"><stop offset="0" stop-color="${p.light}"/><stop offset=".45" stop-color="${p.body}"/><stop offset="1" stop-color="${p.shade}"/></linearGradient>`
const placed = (motif, palette, x, y, size) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${motifs[motif](palettes[palette], `url(#${palette})`)}</g>`
const defs = (...names) => `<defs>${names.map((name) => gradientOf(name, palettes[name])).join('')}</defs>`

/** Three scenes of 700 by 360; the left half stays quiet, words go there. */
export function bannerPictures() {
  return {
    spring: `${defs('celadon', 'moss', 'moon')}<rect width="700" height="360" fill="#0b7a63"/><circle cx="540" cy="120" r="86" fill="#f4d9a0" opacity=".9"/><path d="M0 250C120 190 200 220 300 190S520 150 700 210V360H0Z" fill="#0a6a57"/><path d="M0 300C160 240 260 290 400 262S600 240 700 270V360H0Z" fill="#085646"/>${placed('gaiwan', 'moon', 296, 76, 0.74)}${placed('caddy', 'moss', 444, 96, 0.68)}`,
    clay: `${defs('clay', 'ink', 'amber')}<rect width="700" height="360" fill="#6b3d2a"/><path d="M700 0H360C470 40 560 150 700 150Z" fill="#7d4a34"/><path d="M0 292H700V360H0Z" fill="#4f2b1d"/><circle cx="470" cy="170" r="120" fill="#8f5a41" opacity=".6"/>${placed('kyusu', 'amber', 276, 62, 0.76)}${placed('kettle', 'ink', 396, 44, 0.82)}`,
    moon: `${defs('moon', 'indigo', 'rose')}<rect width="700" height="360" fill="#26384f"/><circle cx="500" cy="150" r="116" fill="#f6ecd2" opacity=".16"/><circle cx="500" cy="150" r="90" fill="#f6ecd2" opacity=".2"/><path d="M0 296H700V360H0Z" fill="#1b2a3d"/><g fill="#f6ecd2"><circle cx="120" cy="60" r="2"/><circle cx="220" cy="110" r="2"/><circle cx="320" cy="50" r="3"/><circle cx="640" cy="70" r="2"/><circle cx="60" cy="160" r="2"/></g>${placed('jar', 'moon', 316, 42, 0.82)}${placed('bottle', 'rose', 500, 114, 0.58)}`,
  }
}
