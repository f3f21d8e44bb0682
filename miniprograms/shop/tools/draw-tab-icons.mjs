// Draws the tab bar's icons as PNG files of 81 by 81, as WeChat asks, with a Chromium: `node tools/draw-tab-icons.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const shapes = {
  home: ['M4 11.2 12 4.5l8 6.7V19a1.2 1.2 0 0 1-1.2 1.2H5.2A1.2 1.2 0 0 1 4 19Z', 'M9.4 20v-5.4h5.2V20'],
  list: ['M4.5 4.5h6v6h-6ZM13.5 4.5h6v6h-6ZM4.5 13.5h6v6h-6Z', 'M16.5 13.6l3 3-3 3-3-3Z'],
  cart: [
    'M5 8.6h14l-1.1 10.2a1.6 1.6 0 0 1-1.6 1.4H7.7a1.6 1.6 0 0 1-1.6-1.4Z',
    'M8.6 11V7.6a3.4 3.4 0 0 1 6.8 0V11',
    'M8.6 11V9.4M15.4 11V9.4',
  ],
  profile: ['M12 4.2a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8Z', 'M4.6 20c.6-4 3.6-5.8 7.4-5.8s6.8 1.8 7.4 5.8Z'],
}
const colours = { light: { rest: '#51605a', on: '#0b7a63' }, dark: { rest: '#a3b3ac', on: '#4cc3a5' } }

const folder = new URL('../miniprogram/assets/tab/', import.meta.url)
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
for (const [name, [outline, detail, notch]] of Object.entries(shapes)) {
  for (const [theme, { rest, on }] of Object.entries(colours)) {
    for (const [state, colour] of [
      ['', rest],
      ['-on', on],
    ]) {
      const fill = state ? colour : 'none'
      const inner = state ? (theme === 'dark' ? '#17201c' : '#ffffff') : colour
      const body = `<path d="${outline}" fill="${fill}"/><path d="${detail}" stroke="${name === 'home' ? inner : colour}" fill="${name === 'profile' || name === 'list' ? fill : 'none'}"/>${notch && state ? `<path d="${notch}" stroke="${inner}"/>` : ''}`
      await page.setContent(
        `<body style="margin:0"><svg width="81" height="81" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round">${body}</svg>`,
      )
      writeFileSync(new URL(`${name}-${theme}${state}.png`, folder), await page.screenshot({ omitBackground: true }))
    }
  }
}
await browser.close()
