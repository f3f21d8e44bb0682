import type { Case } from '../../case.ts'

const page = (name: string): string => `https://developers.weixin.qq.com/miniprogram/dev/api/canvas/${name}.html`
const wxml = '<canvas canvas-id="c" id="e" style="width: 100px; height: 60px"></canvas>'

/** `code` has the context; `pixel(x, y)` logs a colour after what was drawn. */
const onContext = (code: string): string => `Page({
  onReady() {
    const ctx = wx.createCanvasContext('c')
    const pixel = (x, y) => new Promise((resolve) => wx.canvasGetImageData({ canvasId: 'c', x, y, width: 1, height: 1,
      success: ({ data }) => { log(Array.from(data).join()); resolve() }, fail: (error) => { log(error.errMsg); resolve() } }))
    ${code}
  },
})`

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: onContext(code),
  covers: ['canvas', 'wx.createCanvasContext'],
  steps: [{ log }],
})
const drawn = (code: string, ...points: readonly [number, number][]): string =>
  `${code}; ctx.draw(false, async () => { ${points.map(([x, y]) => `await pixel(${x}, ${y})`).join('; ')} })`
const red = '255,0,0,255'
const none = '0,0,0,0'

export const cases: readonly Case[] = [
  short('fill-rect', 'fillRect fills with setFillStyle, when draw is called.', 'CanvasContext.fillRect', [
    drawn("ctx.setFillStyle('red'); ctx.fillRect(10, 10, 20, 20)", [20, 20], [40, 40]),
    red,
    none,
  ]),
  short('nothing-before-draw', 'Nothing is drawn before draw.', 'CanvasContext.draw', [
    "ctx.setFillStyle('red'); ctx.fillRect(0, 0, 50, 50); pixel(10, 10)",
    none,
  ]),
  short('draw-clears', 'draw without reserve begins with an empty canvas.', 'CanvasContext.draw', [
    `ctx.setFillStyle('red'); ctx.fillRect(0, 0, 20, 20); ctx.draw()
     ${drawn("ctx.setFillStyle('blue'); ctx.fillRect(30, 30, 10, 10)", [10, 10], [35, 35])}`,
    none,
    '0,0,255,255',
  ]),
  short('reserve', 'draw with reserve keeps what was drawn before.', 'CanvasContext.draw', [
    `ctx.setFillStyle('red'); ctx.fillRect(0, 0, 20, 20); ctx.draw()
     ctx.setFillStyle('blue'); ctx.fillRect(30, 30, 10, 10)
     ctx.draw(true, async () => { await pixel(10, 10); await pixel(35, 35) })`,
    red,
    '0,0,255,255',
  ]),
  short('callback', 'The callback of draw comes when it has been drawn.', 'CanvasContext.draw', [
    "ctx.draw(false, () => log('drawn'))",
    'drawn',
  ]),
  short('style-property', 'fillStyle can be set as a property.', 'CanvasContext', [
    drawn("ctx.fillStyle = '#ff0000'; ctx.fillRect(0, 0, 20, 20)", [5, 5]),
    red,
  ]),
  short('stroke', 'strokeRect draws the border in the colour and width that were set.', 'CanvasContext.strokeRect', [
    drawn("ctx.setStrokeStyle('red'); ctx.setLineWidth(6); ctx.strokeRect(10, 10, 40, 40)", [10, 30], [30, 30]),
    red,
    none,
  ]),
  short('path', 'A path of lines is filled.', 'CanvasContext.lineTo', [
    drawn(
      "ctx.beginPath(); ctx.moveTo(0, 0); ctx.lineTo(40, 0); ctx.lineTo(0, 40); ctx.closePath(); ctx.setFillStyle('red'); ctx.fill()",
      [10, 10],
      [35, 35],
    ),
    red,
    none,
  ]),
  short('arc', 'arc draws a circle.', 'CanvasContext.arc', [
    drawn(
      "ctx.beginPath(); ctx.arc(30, 30, 20, 0, 2 * Math.PI); ctx.setFillStyle('red'); ctx.fill()",
      [30, 30],
      [12, 12],
    ),
    red,
    none,
  ]),
  short('arc-to', 'arcTo rounds a corner.', 'CanvasContext.arcTo', [
    drawn(
      "ctx.beginPath(); ctx.moveTo(0, 5); ctx.lineTo(30, 5); ctx.arcTo(50, 5, 50, 25, 20); ctx.lineTo(50, 50); ctx.setLineWidth(6); ctx.setStrokeStyle('red'); ctx.stroke()",
      [50, 40],
      [49, 6],
    ),
    red,
    none,
  ]),
  short('curves', 'Quadratic and cubic curves end where they are told to.', 'CanvasContext.quadraticCurveTo', [
    drawn(
      "ctx.setStrokeStyle('red'); ctx.setLineWidth(8); ctx.moveTo(10, 10); ctx.quadraticCurveTo(30, 50, 50, 10); ctx.bezierCurveTo(60, 0, 70, 0, 80, 50); ctx.stroke()",
      [30, 30],
    ),
    red,
  ]),
  short('clear-rect', 'clearRect empties a part.', 'CanvasContext.clearRect', [
    drawn("ctx.setFillStyle('red'); ctx.fillRect(0, 0, 50, 50); ctx.clearRect(10, 10, 10, 10)", [15, 15], [30, 30]),
    none,
    red,
  ]),
  short('clip', 'Nothing is drawn outside of a clip until restore.', 'CanvasContext.clip', [
    drawn(
      "ctx.save(); ctx.beginPath(); ctx.rect(0, 0, 10, 10); ctx.clip(); ctx.setFillStyle('red'); ctx.fillRect(0, 0, 50, 50); ctx.restore(); ctx.setFillStyle('blue'); ctx.fillRect(40, 40, 10, 10)",
      [5, 5],
      [20, 20],
      [45, 45],
    ),
    red,
    none,
    '0,0,255,255',
  ]),
  short('linear-gradient', 'createLinearGradient goes between its stops.', 'CanvasContext.createLinearGradient', [
    drawn(
      "const g = ctx.createLinearGradient(0, 0, 0, 60); g.addColorStop(0, 'red'); g.addColorStop(0.5, 'red'); g.addColorStop(0.5, 'blue'); g.addColorStop(1, 'blue'); ctx.setFillStyle(g); ctx.fillRect(0, 0, 100, 60)",
      [50, 10],
      [50, 50],
    ),
    red,
    '0,0,255,255',
  ]),
  short(
    'circular-gradient',
    'createCircularGradient goes from the middle outwards.',
    'CanvasContext.createCircularGradient',
    [
      drawn(
        "const g = ctx.createCircularGradient(30, 30, 20); g.addColorStop(0, 'red'); g.addColorStop(0.5, 'red'); g.addColorStop(0.6, 'blue'); g.addColorStop(1, 'blue'); ctx.setFillStyle(g); ctx.fillRect(0, 0, 100, 60)",
        [30, 30],
        [80, 30],
      ),
      red,
      '0,0,255,255',
    ],
  ),
  short('image', 'drawImage takes the path of a picture of the package.', 'CanvasContext.drawImage', [
    drawn("ctx.drawImage('/img/red.png', 10, 10)", [15, 15], [40, 40]),
    red,
    none,
  ]),
  short('image-scaled', 'drawImage scales to the width and height that it is given.', 'CanvasContext.drawImage', [
    drawn("ctx.drawImage('/img/red.png', 0, 0, 60, 50)", [55, 45]),
    red,
  ]),
  short('image-missing', 'A picture that is not there is left out.', 'CanvasContext.drawImage', [
    drawn("ctx.drawImage('/img/none.png', 0, 0); ctx.setFillStyle('red'); ctx.fillRect(0, 0, 10, 10)", [5, 5]),
    red,
  ]),
  short('pattern', 'createPattern repeats a picture by its path.', 'CanvasContext.createPattern', [
    drawn("ctx.fillStyle = ctx.createPattern('/img/red.png', 'repeat'); ctx.fillRect(0, 0, 90, 50)", [80, 45]),
    red,
  ]),
  short('measure', 'measureText answers at once and follows setFontSize.', 'CanvasContext.measureText', [
    "ctx.setFontSize(10); const small = ctx.measureText('Banyan').width; ctx.setFontSize(30); log(small > 10, Math.abs(ctx.measureText('Banyan').width / small - 3) < 0.2)",
    'true true',
  ]),
  short('font', 'font is a property and setFontSize changes its size only.', 'CanvasContext', [
    "log(ctx.font); ctx.font = 'italic bold 20px serif'; ctx.setFontSize(12); log(ctx.font)",
    '10px sans-serif',
    'italic bold 12px serif',
  ]),
  short('text', 'fillText writes at its place.', 'CanvasContext.fillText', [
    `ctx.setFontSize(40); ctx.setTextBaseline('top'); ctx.fillText('\u2588', 0, 0)
     ctx.draw(false, () => wx.canvasGetImageData({ canvasId: 'c', x: 0, y: 0, width: 30, height: 40,
       success: ({ data }) => log(data.some((value, index) => index % 4 === 3 && value > 200)) }))`,
    'true',
  ]),
  short('alpha', 'setGlobalAlpha makes what follows transparent.', 'CanvasContext.setGlobalAlpha', [
    drawn("ctx.setGlobalAlpha(0.2); ctx.setFillStyle('red'); ctx.fillRect(0, 0, 20, 20)", [5, 5]),
    '255,0,0,51',
  ]),
  short('dash', 'setLineDash leaves gaps.', 'CanvasContext.setLineDash', [
    drawn(
      "ctx.setStrokeStyle('red'); ctx.setLineWidth(10); ctx.setLineDash([20, 20], 0); ctx.moveTo(0, 10); ctx.lineTo(90, 10); ctx.stroke()",
      [10, 10],
      [30, 10],
    ),
    red,
    none,
  ]),
  short('line-cap', 'setLineCap square makes a line longer at its ends.', 'CanvasContext.setLineCap', [
    drawn(
      "ctx.setStrokeStyle('red'); ctx.setLineWidth(10); ctx.setLineCap('square'); ctx.moveTo(20, 20); ctx.lineTo(40, 20); ctx.stroke()",
      [17, 20],
    ),
    red,
  ]),
  short('shadow', 'setShadow draws a shadow beside the shape.', 'CanvasContext.setShadow', [
    drawn("ctx.setFillStyle('blue'); ctx.setShadow(30, 0, 0, 'red'); ctx.fillRect(0, 0, 20, 20)", [40, 10]),
    red,
  ]),
  short('transforms', 'scale, rotate and translate apply to what follows.', 'CanvasContext.rotate', [
    drawn(
      "ctx.translate(50, 30); ctx.rotate(Math.PI / 2); ctx.scale(2, 2); ctx.setFillStyle('red'); ctx.fillRect(0, 0, 10, 5)",
      [45, 40],
      [60, 40],
    ),
    red,
    none,
  ]),
  short(
    'set-transform',
    'setTransform replaces the transformation, in the units of the app.',
    'CanvasContext.setTransform',
    [
      drawn(
        "ctx.translate(50, 50); ctx.setTransform(2, 0, 0, 2, 10, 10); ctx.setFillStyle('red'); ctx.fillRect(0, 0, 10, 10)",
        [25, 25],
        [35, 35],
      ),
      red,
      none,
    ],
  ),
  short('composite', 'globalCompositeOperation says how colours meet.', 'CanvasContext', [
    drawn(
      "ctx.setFillStyle('blue'); ctx.fillRect(0, 0, 20, 20); ctx.globalCompositeOperation = 'destination-over'; ctx.setFillStyle('red'); ctx.fillRect(10, 0, 20, 20)",
      [15, 10],
      [25, 10],
    ),
    '0,0,255,255',
    red,
  ]),
  short('save-restore', 'restore brings back colours and fonts.', 'CanvasContext.restore', [
    drawn(
      "ctx.setFillStyle('red'); ctx.save(); ctx.setFillStyle('blue'); ctx.restore(); ctx.fillRect(0, 0, 9, 9); log(ctx.fillStyle)",
      [4, 4],
    ),
    'red',
    red,
  ]),
  short('actions', 'getActions hands over what was recorded, once.', 'CanvasContext', [
    'ctx.fillRect(0, 0, 1, 1); log(ctx.getActions().length, ctx.getActions().length)',
    '1 0',
  ]),
  {
    id: 'component',
    says: 'With a component as second argument its canvas is meant.',
    source: page('wx.createCanvasContext'),
    wxml: '<canvas canvas-id="c"></canvas><x-own/>',
    json: { usingComponents: { 'x-own': 'x-own' } },
    files: {
      'x-own.json': '{ "component": true }',
      'x-own.wxml': '<canvas canvas-id="c" style="width: 50px; height: 50px"></canvas>',
      'x-own.js': `Component({ lifetimes: { ready() {
        const ctx = wx.createCanvasContext('c', this); ctx.setFillStyle('red'); ctx.fillRect(0, 0, 50, 50)
        ctx.draw(false, () => {
          const read = (scope, name) => wx.canvasGetImageData({ canvasId: 'c', x: 5, y: 5, width: 1, height: 1, success: ({ data }) => log(name, data[0]) }, scope)
          read(this, 'own'); setTimeout(() => read(undefined, 'page'), 50)
        })
      } } })`,
    },
    covers: ['canvas', 'wx.createCanvasContext'],
    steps: [{ log: ['own 255', 'page 0'] }],
  },
  {
    id: 'node-context',
    says: 'NodesRef.context gives the drawing context of a canvas.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/wxml/NodesRef.context.html',
    wxml,
    js: `Page({ onReady() { wx.createSelectorQuery().select('#e').context(({ context }) => {
      context.setFillStyle('red'); context.fillRect(0, 0, 20, 20)
      context.draw(false, () => wx.canvasGetImageData({ canvasId: 'c', x: 5, y: 5, width: 1, height: 1, success: ({ data }) => log(data[0]) }))
    }).exec() } })`,
    covers: ['canvas'],
    steps: [{ log: ['255'] }],
  },
]
