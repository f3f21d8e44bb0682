// What stands on the table, drawn in a square of 400 with the ground at y = 318. `g` is the fill of the body (light to shade).
const ring = (cx, cy, rx, ry, fill) => `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`
const path = (d, fill) => `<path d="${d}" fill="${fill}"/>`
const line = (d, stroke, width) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
const shadow = (rx, y = 318) => ring(206, y, rx, rx * 0.13, 'rgba(19,32,28,.14)')
const leaf = (x, y, turn, size, fill) =>
  `<path transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" d="M0 0C10-18 34-18 46 0 34 18 10 18 0 0Z" fill="${fill}"/>`
const sprig = (x, y, fill, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${line('M0 44C2 20 2 6 0-34', fill, 4)}${leaf(0, 20, -38, 0.8, fill)}${leaf(0, 20, 218, 0.8, fill)}${leaf(0, -8, -44, 0.7, fill)}${leaf(0, -8, 224, 0.7, fill)}${leaf(0, -30, -90, 0.62, fill)}</g>`
const steam = (x, y) =>
  line(`M${x} ${y}c-14-18 14-28 0-48M${x + 26} ${y - 6}c-12-16 12-24 0-42`, 'rgba(255,255,255,.85)', 6)

export const motifs = {
  caddy: (p, g) =>
    shadow(100) +
    path('M118 168q0-14 14-14h136q14 0 14 14v124q0 26-26 26H144q-26 0-26-26Z', g) +
    path('M138 122q0-16 62-16t62 16v34H138Z', p.shade) +
    ring(200, 120, 62, 14, p.light) +
    ring(200, 104, 16, 10, p.mark) +
    path('M152 192h96v92h-96Z', 'rgba(255,255,255,.78)') +
    sprig(200, 232, p.mark === '#c79a5b' ? '#51605a' : p.shade, 0.72),
  pouch: (p, g) =>
    shadow(96) +
    path('M126 118h148l14 176q2 24-22 24H134q-24 0-22-24Z', g) +
    path('M126 118h148l3 34H123Z', p.shade) +
    line('M132 136h136', p.light, 3) +
    ring(200, 232, 50, 50, 'rgba(255,255,255,.82)') +
    sprig(200, 226, p.shade, 0.7),
  tin: (p, g) =>
    shadow(88) +
    path('M132 142h136v150q0 26-68 26t-68-26Z', g) +
    path('M132 142v34q0 16 68 16t68-16v-34Z', p.shade) +
    ring(200, 142, 68, 18, p.light) +
    ring(200, 140, 52, 12, p.body) +
    path('M132 222q0 16 68 16t68-16v44q0 16-68 16t-68-16Z', 'rgba(255,255,255,.74)') +
    sprig(200, 258, p.shade, 0.36),
  gaiwan: (p, g) =>
    shadow(112) +
    path('M92 296h216q-10 22-60 22h-96q-50 0-60-22Z', p.shade) +
    ring(200, 296, 108, 14, p.light) +
    path('M118 194h164q-2 74-44 100h-76q-42-26-44-100Z', g) +
    ring(200, 194, 82, 14, p.shade) +
    path('M130 190q8-44 58-48v-14h24v14q50 4 58 48-70 16-140 0Z', g) +
    ring(200, 126, 20, 8, p.light) +
    leaf(168, 246, -24, 0.9, p.mark) +
    leaf(186, 258, 16, 0.6, p.mark),
  teapot: (p, g) =>
    shadow(112) +
    line('M282 214c54-22 62 70-6 62', p.shade, 18) +
    path('M126 236c-38 0-48-40-72-52l10-14c44 14 46 36 74 40Z', p.body) +
    path('M120 232q0-58 80-58t80 58q0 62-44 86h-72q-44-24-44-86Z', g) +
    path('M140 184q14-34 60-34t60 34q-60 18-120 0Z', p.body) +
    ring(200, 184, 62, 9, p.shade) +
    ring(200, 146, 15, 12, p.mark) +
    line('M150 232q-6 40 22 64', p.light, 6),
  kyusu: (p, g) =>
    shadow(104) +
    path('M270 216l74-44q12 0 14 14l-72 62Z', p.mark === '#c79a5b' ? '#c79a5b' : p.shade) +
    path('M132 212c-26-6-34-28-56-32l2-14c38 2 54 20 68 26Z', p.body) +
    path('M118 226q0-46 82-46t82 46q0 64-40 92h-84q-40-28-40-92Z', g) +
    path('M140 188q10-30 60-30t60 30q-60 16-120 0Z', p.body) +
    ring(200, 188, 60, 9, p.shade) +
    ring(200, 156, 14, 11, p.light) +
    line('M144 232q0 38 22 64', p.light, 5),
  pitcher: (p, g) =>
    shadow(92) +
    line('M266 194c56-8 52 84-8 82', p.shade, 16) +
    path('M132 140l-18-16q42-10 158 6l-4 30q14 92-14 158H146q-30-62-14-178Z', g) +
    path('M114 124q78-18 158 6-78 22-140 12Z', p.shade) +
    path('M138 214q62-18 128 0-2 60-16 96H152q-16-40-14-96Z', 'rgba(201,138,46,.34)') +
    line('M156 170q-10 70 8 120', 'rgba(255,255,255,.7)', 6),
  tray: (p, g) =>
    shadow(136) +
    path('M64 250h272l-16 52q-4 16-20 16H100q-16 0-20-16Z', g) +
    ring(200, 250, 136, 30, p.light) +
    ring(200, 250, 116, 22, p.shade) +
    line('M96 250h208M112 240h176M112 260h176', p.body, 3) +
    path('M126 206h60q0 40-18 46h-24q-18-6-18-46Z', '#fbfaf5') +
    ring(156, 206, 30, 7, '#c98a2e') +
    path('M214 212h60q0 38-18 44h-24q-18-6-18-44Z', '#fbfaf5') +
    ring(244, 212, 30, 7, '#c98a2e'),
  kettle: (p, g) =>
    shadow(112) +
    line('M128 178c0-120 144-120 144 0', p.shade, 14) +
    path('M116 238c-34-2-40-34-62-42l8-16c40 8 46 28 66 30Z', p.shade) +
    path('M106 238q0-66 94-66t94 66-38 80H144q-38-14-38-80Z', g) +
    path('M146 178q6-20 54-20t54 20q-54 14-108 0Z', p.body) +
    ring(200, 154, 13, 11, p.mark) +
    [...Array(7)]
      .map(
        (_, i) =>
          ring(134 + i * 22, 232 + (i % 2) * 18, 4, 4, p.light) + ring(145 + i * 20, 270 - (i % 2) * 10, 4, 4, p.light),
      )
      .join(''),
  cup: (p, g) =>
    shadow(84) +
    steam(186, 158) +
    path('M112 186h176q-2 92-50 116v16h-76v-16q-48-24-50-116Z', g) +
    ring(200, 186, 88, 18, p.shade) +
    ring(200, 190, 76, 13, '#c98a2e') +
    leaf(150, 246, -18, 0.9, p.mark) +
    leaf(172, 262, 22, 0.66, p.mark),
  mug: (p, g) =>
    shadow(92) +
    line('M266 196c58-16 62 84-6 78', p.shade, 20) +
    path('M122 152h152v134q0 32-36 32h-80q-36 0-36-32Z', g) +
    ring(198, 152, 76, 16, p.shade) +
    ring(198, 156, 64, 11, '#7a4a24') +
    path('M122 238h152v24H122Z', p.light),
  glass: (p, g) =>
    shadow(76) +
    path('M126 122h148l-16 176q-2 20-22 20h-72q-20 0-22-20Z', g) +
    path('M138 182h124l-10 112q-2 12-14 12h-76q-12 0-14-12Z', 'rgba(201,138,46,.5)') +
    ring(200, 182, 62, 10, 'rgba(255,255,255,.4)') +
    ring(200, 122, 74, 13, 'rgba(255,255,255,.75)') +
    line('M150 140l10 156M176 142l4 160M224 142l-4 160M250 140l-10 156', 'rgba(255,255,255,.45)', 5),
  tumbler: (p, g) =>
    shadow(70) +
    path('M140 132h120l-8 160q-2 26-28 26h-48q-26 0-28-26Z', g) +
    path('M134 104q0-14 66-14t66 14v30H134Z', p.shade) +
    ring(200, 104, 66, 13, p.light) +
    line('M146 180q54 12 108 0M148 228q52 12 104 0M150 274q50 12 100 0', p.shade, 6),
  vase: (p, g) =>
    line('M204 140C210 92 236 66 262 46', '#6b5a3c', 6) +
    [
      [246, 60],
      [262, 46],
      [224, 88],
      [270, 70],
      [234, 44],
    ]
      .map(([x, y]) => ring(x, y, 12, 12, '#e08d8d') + ring(x, y, 4, 4, '#fbe3c0'))
      .join('') +
    shadow(70) +
    path('M176 138h48v22q58 22 58 74 0 40-42 84h-80q-42-44-42-84 0-52 58-74Z', g) +
    ring(200, 138, 28, 8, p.shade) +
    line('M128 224q72 22 144 0', p.mark, 4) +
    line('M142 204q-8 36 18 84', 'rgba(255,255,255,.5)', 6),
  bottle: (p, g) =>
    line('M202 132C198 96 184 70 170 40M201 110c12-20 26-30 40-40', '#617644', 5) +
    leaf(170, 40, -110, 0.8, '#7d9a5b') +
    leaf(182, 66, 200, 0.72, '#7d9a5b') +
    leaf(226, 82, -40, 0.8, '#8fa96c') +
    leaf(194, 92, 206, 0.6, '#8fa96c') +
    shadow(66) +
    path('M182 130h36v60q54 22 54 82 0 46-40 46h-64q-40 0-40-46 0-60 54-82Z', g) +
    ring(200, 130, 20, 6, p.shade) +
    line('M148 262q52 14 104 0', p.mark, 4),
  jar: (p, g) =>
    shadow(96) +
    path('M160 132h80v14q66 22 66 88 0 62-56 84H150q-56-22-56-84 0-66 66-88Z', g) +
    ring(200, 132, 41, 10, p.shade) +
    line('M120 212q-8 50 34 84', 'rgba(255,255,255,.6)', 8),
  bowl: (p, g) =>
    shadow(88) +
    path('M82 190h236q-4 84-72 110v18h-92v-18q-68-26-72-110Z', g) +
    ring(200, 190, 118, 26, p.shade) +
    ring(200, 194, 102, 19, p.light) +
    line('M104 232q96 34 192 0', p.mark, 4),
  gourd: (p, g) =>
    shadow(80) +
    path(
      'M186 104h28v18q34 12 34 46 0 18-12 30 50 20 50 68 0 34-34 52H148q-34-18-34-52 0-48 50-68-12-12-12-30 0-34 34-46Z',
      g,
    ) +
    ring(200, 104, 15, 5, p.shade) +
    line('M166 200q34 12 68 0', p.mark, 7) +
    path('M204 204q28 10 22 36l-12-8-10 12q6-22 0-40Z', p.mark),
  plate: (p, g) =>
    ring(206, 322, 128, 14, 'rgba(19,32,28,.12)') +
    ring(200, 214, 128, 118, p.shade) +
    ring(200, 208, 128, 118, g) +
    ring(200, 210, 88, 80, p.light) +
    ring(200, 213, 84, 76, p.body) +
    line('M200 280C196 230 200 190 216 148M201 244q-28-6-40-26M204 216q26-8 34-30M208 190q-22-6-30-22', p.mark, 4),
  pot: (p, g) =>
    shadow(120) +
    path('M66 214h40v26H78q-12 0-12-26ZM334 214h-40v26h28q12 0 12-26Z', p.shade) +
    path('M94 198h212v58q0 62-60 62h-92q-60 0-60-62Z', g) +
    path('M98 196q10-50 102-50t102 50q-102 22-204 0Z', p.body) +
    ring(200, 198, 106, 14, p.shade) +
    ring(200, 142, 22, 12, p.mark) +
    steam(192, 122),
  cutlery: (p, g) =>
    ring(206, 322, 110, 12, 'rgba(19,32,28,.1)') +
    line('M258 84l-14 228M284 88l-2 224', p.shade, 10) +
    line('M254 84l-14 228M280 88l-2 224', p.body, 6) +
    ring(158, 130, 42, 56, g) +
    ring(156, 134, 30, 42, p.shade) +
    line('M160 190l14 122', p.body, 16),
  basket: (p, g) =>
    shadow(116) +
    line('M110 200c0-130 180-130 180 0', p.shade, 12) +
    ring(160, 186, 38, 36, '#d9774f') +
    ring(228, 180, 42, 40, '#e2a24a') +
    ring(194, 170, 32, 32, '#9fb06a') +
    path('M84 200h232l-28 100q-6 18-24 18H136q-18 0-24-18Z', g) +
    line('M92 226h216M100 254h200M108 282h184', p.shade, 4) +
    line('M130 202l18 114M176 202l8 114M224 202l-8 114M270 202l-18 114', p.light, 4),
  candle: (p, g) =>
    ring(200, 116, 60, 60, 'rgba(242,163,58,.16)') +
    path('M200 82q26 34 0 58-26-24 0-58Z', '#f2a33a') +
    path('M200 106q12 18 0 32-12-14 0-32Z', '#fff3d6') +
    line('M200 138v26', '#51605a', 4) +
    shadow(80) +
    path('M128 164h144v128q0 26-26 26h-92q-26 0-26-26Z', g) +
    ring(200, 164, 72, 14, p.light) +
    path('M150 208h100v70H150Z', 'rgba(255,255,255,.8)') +
    line('M172 232h56M182 252h36', p.shade === '#d2d5ca' ? '#8fa79b' : p.shade, 5),
  incense: (p, g) =>
    line('M204 78c-26-16 20-26-4-52M204 96c10-6 8-12 0-18', 'rgba(81,96,90,.34)', 5) +
    line('M204 100v150', '#7a4c2a', 5) +
    ring(204, 100, 4, 5, '#e0562f') +
    shadow(116) +
    path('M84 318l62-96 34 40 38-70 98 126Z', g) +
    path('M218 192l98 126h-70l-46-92Z', p.shade),
  cloth: (p, g) =>
    ring(206, 322, 112, 13, 'rgba(19,32,28,.12)') +
    path('M104 256h192q16 0 16 16v30q0 16-16 16H104q-16 0-16-16v-30q0-16 16-16Z', p.shade) +
    path('M112 196h176q16 0 16 16v30q0 16-16 16H112q-16 0-16-16v-30q0-16 16-16Z', g) +
    path('M104 138h192q16 0 16 16v28q0 16-16 16H104q-16 0-16-16v-28q0-16 16-16Z', p.body) +
    line('M104 152h192M104 166h192', p.light, 4) +
    line('M112 226h176M104 286h192', p.mark, 4),
  cushion: (p, g) =>
    ring(206, 322, 118, 14, 'rgba(19,32,28,.12)') +
    path('M92 128q108-30 216 0 28 90 0 180-108 26-216 0-28-90 0-180Z', g) +
    line('M106 144q94-24 188 0 22 74 0 148-94 22-188 0-22-74 0-148Z', p.light, 4) +
    ring(200, 218, 8, 8, p.mark) +
    line('M200 218L140 168M200 218l60-50M200 218l-60 50M200 218l60 50', p.shade, 4),
  lamp: (p, g) =>
    ring(200, 178, 148, 148, 'rgba(242,190,110,.16)') +
    ring(206, 322, 66, 9, 'rgba(19,32,28,.14)') +
    line('M200 270v40M160 314h80', '#6e5b3d', 10) +
    ring(200, 178, 108, 100, g) +
    ring(200, 178, 108, 100, 'rgba(255,214,140,.3)') +
    line(
      'M100 146q100 24 200 0M92 178q108 26 216 0M100 212q100 24 200 0M122 246q78 18 156 0M122 112q78 18 156 0',
      'rgba(160,120,60,.28)',
      3,
    ),
}
