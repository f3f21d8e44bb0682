import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchPhones, type Phone } from '../testing/phone-page.ts'
import { serveApp, type ServedApp } from '../testing/serve-app.ts'

let phones: Awaited<ReturnType<typeof launchPhones>>
let served: ServedApp
let phone: Phone
beforeAll(async () => {
  phones = await launchPhones()
  served = await serveApp({
    'app.json': '{ "pages": ["pages/index/index"] }',
    'app.js': 'App({})',
    'pages/index/index.json': '{ "disableScroll": true }',
    'pages/index/index.wxml':
      '<wxs src="move.wxs" module="m"/><view id="cell" style="height: 300px" bindtouchstart="{{m.start}}" catchtouchmove="{{m.move}}"><view id="inner" class="inner">cell</view></view><view wx:for="{{rows}}" wx:key="*this">{{item}} {{n}}</view>',
    'pages/index/move.wxs':
      'var x = 0; function start(e) { x = e.touches[0].pageX } function move(e, owner) { owner.selectComponent("#inner").setStyle({ transform: "translateX(" + (e.touches[0].pageX - x) + "px)" }) } module.exports = { start: start, move: move }',
    'pages/index/index.js':
      'Page({ data: { n: 0, rows: Array.from({ length: 50 }, (_, i) => i) }, onReady() { setInterval(() => this.setData({ n: this.data.n + 1 }), 20) } })',
  })
  phone = await phones.open(served.home)
  await phone.node('inner').waitFor()
})
afterAll(async () => {
  await phone.close()
  await phones.close()
  await served.close()
})

test('what a WXS handler sets on touchmove is painted within two frames, while the app sets data all the time', async () => {
  const inner = phone.node('inner')
  await inner.evaluate((element) => {
    const frames: number[] = []
    let frame = 0
    let movedAt = -1
    const tick = (): void => {
      frame += 1
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    document.addEventListener('touchmove', () => (movedAt = frame), { capture: true, passive: true })
    new MutationObserver(() => {
      if (movedAt >= 0) frames.push(frame - movedAt)
    }).observe(element, { attributes: true, attributeFilter: ['style'] })
    Object.assign(window, { seenFrames: frames })
  })
  const session = await phone.page.context().newCDPSession(phone.page)
  const box = await inner.boundingBox()
  const y = (box?.y ?? 0) + 5
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 20, y }] })
  for (let x = 22; x < 222; x += 5) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(() => inner.evaluate((element) => getComputedStyle(element).transform)).toContain('197')
  const frames = await inner.evaluate(() => [...Reflect.get(window, 'seenFrames')].map(Number).sort((a, b) => a - b))
  expect(frames.length).toBeGreaterThan(5)
  const median = frames[Math.floor(frames.length / 2)]
  expect(median).toBeLessThanOrEqual(2)
})
