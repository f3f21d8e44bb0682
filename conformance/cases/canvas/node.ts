import type { Case } from '../../case.ts'

const component = 'https://developers.weixin.qq.com/miniprogram/dev/component/canvas.html'
const api = (name: string): string => `https://developers.weixin.qq.com/miniprogram/dev/api/canvas/${name}.html`
const wxml = '<canvas type="2d" id="c" style="width: 100px; height: 60px"></canvas>'

/** `code` has the node, its context and `pixel(x, y)`, which logs a colour. */
const onNode = (code: string): string => `Page({
  onReady() {
    wx.createSelectorQuery().select('#c').fields({ node: true, size: true }).exec(([found]) => {
      const canvas = found.node
      const ctx = canvas.getContext('2d')
      const pixel = (x, y) => log(Array.from(ctx.getImageData(x, y, 1, 1).data).join())
      ${code}
    })
  },
})`

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: of,
  wxml,
  js: onNode(code),
  covers: ['canvas'],
  steps: [{ log }],
})

export const cases: readonly Case[] = [
  short('size', 'fields with size gives the size of the element.', component, [
    'log(found.width, found.height)',
    '100 60',
  ]),
  short('buffer', 'A canvas has a buffer of 300 x 150 until the app sets another size.', component, [
    'log(canvas.width, canvas.height); canvas.width = 200; canvas.height = 120; log(canvas.width, canvas.height)',
    '300 150',
    '200 120',
  ]),
  short('fill', 'A rectangle is filled with the colour that was set.', api('Canvas.getContext'), [
    "ctx.fillStyle = '#07c160'; ctx.fillRect(10, 10, 20, 20); pixel(15, 15); pixel(5, 5)",
    '7,193,96,255',
    '0,0,0,0',
  ]),
  short(
    'same-context',
    'getContext gives the same context again, whose canvas is the node.',
    api('Canvas.getContext'),
    ["log(canvas.getContext('2d') === ctx, ctx.canvas === canvas)", 'true true'],
  ),
  short('resize-clears', 'A new width empties the canvas.', api('Canvas'), [
    'ctx.fillRect(0, 0, 50, 50); canvas.width = 100; pixel(10, 10)',
    '0,0,0,0',
  ]),
  short('image', 'createImage gives an image that tells onload and can be drawn then.', api('Canvas.createImage'), [
    `const image = canvas.createImage()
     image.onload = () => { ctx.drawImage(image, 0, 0); log(image.width, image.height); pixel(5, 5) }
     image.src = '$PNG'`,
    '20 10',
    '255,0,0,255',
  ]),
  short('image-of-package', 'An image may be a file of the package.', api('Image'), [
    `const image = canvas.createImage()
     image.onload = () => { ctx.drawImage(image, 0, 0); pixel(3, 3) }
     image.src = '/img/blue.png'`,
    '0,0,255,255',
  ]),
  short('image-error', 'An image that cannot be loaded tells onerror.', api('Image'), [
    `const image = canvas.createImage()
     image.onload = () => log('load')
     image.onerror = () => log('error')
     image.src = '/img/none.png'`,
    'error',
  ]),
  short('image-part', 'drawImage takes a part of the image and scales it.', api('RenderingContext'), [
    `const image = canvas.createImage()
     image.onload = () => { ctx.drawImage(image, 0, 0, 10, 5, 20, 20, 30, 30); pixel(48, 48); pixel(52, 52) }
     image.src = '$PNG'`,
    '255,0,0,255',
    '0,0,0,0',
  ]),
  short('pattern', 'createPattern repeats an image.', api('RenderingContext'), [
    `const image = canvas.createImage()
     image.onload = () => { ctx.fillStyle = ctx.createPattern(image, 'repeat'); ctx.fillRect(0, 0, 100, 60); pixel(77, 44) }
     image.src = '$PNG'`,
    '255,0,0,255',
  ]),
  short('image-data', 'createImageData gives pixels that can be set and put.', api('Canvas.createImageData'), [
    `const data = canvas.createImageData()
     log(data.width, data.height)
     data.data.set([1, 2, 3, 255]); ctx.putImageData(data, 0, 0); pixel(0, 0)`,
    '300 150',
    '1,2,3,255',
  ]),
  short('path2d', 'createPath2D gives a path that the context can fill.', api('Canvas.createPath2D'), [
    "ctx.fillStyle = '#ff0000'; ctx.fill(canvas.createPath2D('M0 0h20v20h-20z')); pixel(10, 10); pixel(30, 30)",
    '255,0,0,255',
    '0,0,0,0',
  ]),
  short('animation-frame', 'requestAnimationFrame calls once for each request.', api('Canvas.requestAnimationFrame'), [
    `let count = 0
     const frame = () => { count += 1; if (count < 3) canvas.requestAnimationFrame(frame); else log(count) }
     log(typeof canvas.requestAnimationFrame(frame))`,
    'number',
    '3',
  ]),
  short('cancel-frame', 'cancelAnimationFrame withdraws the request.', api('Canvas.cancelAnimationFrame'), [
    `const id = canvas.requestAnimationFrame(() => log('never'))
     canvas.cancelAnimationFrame(id)
     canvas.requestAnimationFrame(() => canvas.requestAnimationFrame(() => log('later')))`,
    'later',
  ]),
  short('data-url', 'toDataURL answers at once with a PNG.', api('Canvas.toDataURL'), [
    `canvas.width = 4; canvas.height = 4; ctx.fillStyle = '#ff0000'; ctx.fillRect(0, 0, 4, 4)
     const url = canvas.toDataURL()
     log(url.slice(0, 22))
     const image = canvas.createImage()
     image.onload = () => { ctx.clearRect(0, 0, 4, 4); ctx.drawImage(image, 0, 0); log(image.width); pixel(2, 2) }
     image.src = url`,
    'data:image/png;base64,',
    '4',
    '255,0,0,255',
  ]),
  short('data-url-jpeg', 'toDataURL makes a JPEG when it is asked for one.', api('Canvas.toDataURL'), [
    `canvas.width = 16; canvas.height = 16; ctx.fillStyle = '#ffffff'; ctx.fillRect(0, 0, 16, 16)
     const url = canvas.toDataURL('image/jpeg', 0.8)
     log(url.slice(0, 23))
     const image = canvas.createImage()
     image.onload = () => { ctx.clearRect(0, 0, 16, 16); ctx.drawImage(image, 0, 0); pixel(8, 8) }
     image.src = url`,
    'data:image/jpeg;base64,',
    '255,255,255,255',
  ]),
  short('measure', 'measureText answers at once, and twice the size is twice as wide.', api('RenderingContext'), [
    `ctx.font = '10px sans-serif'; const small = ctx.measureText('Banyan').width
     ctx.font = '20px sans-serif'; log(Math.abs(ctx.measureText('Banyan').width / small - 2) < 0.1)`,
    'true',
  ]),
  short('gradient', 'A linear gradient goes from one colour to the other.', api('RenderingContext'), [
    `const gradient = ctx.createLinearGradient(0, 0, 100, 0)
     gradient.addColorStop(0, '#ff0000'); gradient.addColorStop(1, '#0000ff')
     ctx.fillStyle = gradient; ctx.fillRect(0, 0, 100, 10)
     const [start] = ctx.getImageData(1, 1, 1, 1).data; const [end] = ctx.getImageData(98, 1, 1, 1).data
     log(start > 240, end < 20)`,
    'true true',
  ]),
  short('transform', 'Scale and translate apply to what is drawn after them.', api('RenderingContext'), [
    "ctx.scale(2, 2); ctx.translate(10, 10); ctx.fillStyle = '#00ff00'; ctx.fillRect(0, 0, 5, 5); pixel(21, 21); pixel(31, 31)",
    '0,255,0,255',
    '0,0,0,0',
  ]),
  short('clip', 'Nothing is drawn outside of a clip.', api('RenderingContext'), [
    "ctx.beginPath(); ctx.rect(0, 0, 10, 10); ctx.clip(); ctx.fillStyle = '#00ff00'; ctx.fillRect(0, 0, 50, 50); pixel(5, 5); pixel(20, 20)",
    '0,255,0,255',
    '0,0,0,0',
  ]),
  short('save-restore', 'restore brings back the settings of save.', api('RenderingContext'), [
    "ctx.fillStyle = '#ff0000'; ctx.save(); ctx.fillStyle = '#0000ff'; ctx.restore(); ctx.fillRect(0, 0, 5, 5); pixel(2, 2)",
    '255,0,0,255',
  ]),
  short('canvas-on-canvas', 'An offscreen canvas can be drawn on a canvas.', api('wx.createOffscreenCanvas'), [
    `const other = wx.createOffscreenCanvas({ type: '2d', width: 10, height: 10 })
     const pen = other.getContext('2d'); pen.fillStyle = '#ff00ff'; pen.fillRect(0, 0, 10, 10)
     log(other.width, other.height); ctx.drawImage(other, 0, 0); pixel(5, 5)`,
    '10 10',
    '255,0,255,255',
  ]),
  short('offscreen-image', 'An offscreen canvas makes images too.', api('OffscreenCanvas.createImage'), [
    `const other = wx.createOffscreenCanvas({ type: '2d', width: 30, height: 30 })
     const image = other.createImage()
     image.onload = () => { const pen = other.getContext('2d'); pen.drawImage(image, 0, 0); log(Array.from(pen.getImageData(1, 1, 1, 1).data).join()) }
     image.src = '$PNG'`,
    '255,0,0,255',
  ]),
  {
    id: 'webgl',
    says: 'A canvas of the type webgl has a WebGL context whose pixels can be read.',
    source: component,
    wxml: '<canvas type="webgl" id="c" style="width: 40px; height: 40px"></canvas>',
    js: `Page({ onReady() { wx.createSelectorQuery().select('#c').node(({ node }) => {
      const gl = node.getContext('webgl')
      gl.clearColor(0, 0.5, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT)
      const pixel = new Uint8Array(4); gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
      log(pixel[0], Math.abs(pixel[1] - 128) <= 1, pixel[2])
    }).exec() } })`,
    covers: ['canvas'],
    except: { firefox: 'no WebGL without a graphics card', webkit: 'no WebGL in workers without a graphics card' },
    steps: [{ log: ['0 true 255'] }],
  },
  {
    id: 'in-component',
    says: 'A component finds its canvas with a query of its own.',
    source: component,
    wxml: '<x-chart/>',
    json: { usingComponents: { 'x-chart': 'x-chart' } },
    files: {
      'x-chart.json': '{ "component": true }',
      'x-chart.wxml': '<canvas type="2d" id="in" style="width: 50px; height: 50px"></canvas>',
      'x-chart.js': `Component({ lifetimes: { ready() {
        this.createSelectorQuery().select('#in').fields({ node: true, size: true }).exec(([found]) => log(found.width, found.node.width, typeof found.node.getContext('2d').fillRect))
      } } })`,
    },
    covers: ['canvas'],
    steps: [{ log: ['50 300 function'] }],
  },
  {
    id: 'same-node',
    says: 'Each query gives the same node, and what was drawn stays when the page is rendered again.',
    source: component,
    wxml: '<view>{{n}}</view><canvas type="2d" id="c" style="width: 100px; height: {{n}}px"></canvas>',
    js: `Page({ data: { n: 50 }, onReady() {
      const find = (use) => wx.createSelectorQuery().select('#c').node(({ node }) => use(node)).exec()
      find((first) => {
        const ctx = first.getContext('2d'); ctx.fillStyle = '#ff0000'; ctx.fillRect(0, 0, 10, 10)
        this.setData({ n: 70 }, () => find((second) => log(first === second, Array.from(ctx.getImageData(5, 5, 1, 1).data).join())))
      })
    } })`,
    covers: ['canvas'],
    steps: [{ log: ['true 255,0,0,255'] }, { rect: '#c', height: 70 }],
  },
  {
    id: 'removed',
    says: 'A canvas that is gone can still be drawn on without an error.',
    source: component,
    wxml: '<canvas wx:if="{{on}}" type="2d" id="c"></canvas><view id="v">x</view>',
    js: `Page({ data: { on: true }, onReady() {
      wx.createSelectorQuery().select('#c').node(({ node }) => {
        this.setData({ on: false }, () => { node.getContext('2d').fillRect(0, 0, 10, 10); log('drawn'); wx.createSelectorQuery().select('#c').node((res) => log(res)).exec() })
      }).exec()
    } })`,
    covers: ['canvas'],
    steps: [{ log: ['drawn', 'null'] }, { missing: '#c' }],
  },
  {
    id: 'default-size',
    says: 'Without a style a canvas is 300 px wide and 150 px high.',
    source: component,
    wxml: '<canvas type="2d" id="c"></canvas>',
    covers: ['canvas'],
    steps: [{ rect: '#c', width: 300, height: 150 }],
  },
  {
    id: 'touches',
    says: 'Touches on a canvas are told in its own coordinates.',
    source: component,
    wxml: '<view style="height: 40px"></view><canvas type="2d" id="c" style="margin-left: 20px" bindtouchstart="t" bindtouchend="t"></canvas>',
    js: `Page({ t(e) { const [touch] = e.changedTouches; log(e.type, Math.round(touch.x), Math.round(touch.y)) } })`,
    covers: ['canvas'],
    steps: [{ tap: '#c', at: [30, 50] }, { log: ['touchstart 30 50', 'touchend 30 50'] }],
  },
  {
    id: 'touchmove',
    says: 'A moving finger is told by touchmove, and longtap by holding.',
    source: component,
    wxml: '<canvas type="2d" id="c" disable-scroll bindtouchmove="m" bindlongtap="l"></canvas>',
    js: `Page({ m(e) { if (!this.moved) { this.moved = true; log('move', typeof e.touches[0].x) } }, l(e) { log('longtap') } })`,
    covers: ['canvas'],
    steps: [
      { drag: '#c', by: [60, 0] },
      { logHas: ['move number'] },
      { longpress: '#c', ms: 700 },
      { logHas: ['move number', 'longtap'] },
    ],
  },
  {
    id: 'disable-scroll',
    says: 'With disable-scroll and a bound touch event the page does not scroll under a finger on the canvas.',
    source: component,
    wxml: '<canvas type="2d" id="c" disable-scroll bindtouchmove="m"></canvas><view style="height: 2000px">x</view>',
    js: 'Page({ m() {} })',
    covers: ['canvas'],
    steps: [{ style: '#c', name: 'touch-action', is: 'none' }],
  },
  {
    id: 'disable-scroll-unbound',
    says: 'Without a bound touch event disable-scroll lets the page scroll.',
    source: component,
    wxml: '<canvas type="2d" id="c" disable-scroll></canvas>',
    covers: ['canvas'],
    steps: [{ style: '#c', name: 'touch-action', is: 'auto' }],
  },
]
