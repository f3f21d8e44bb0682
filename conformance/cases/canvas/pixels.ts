import type { Case } from '../../case.ts'

const page = (name: string): string => `https://developers.weixin.qq.com/miniprogram/dev/api/canvas/wx.${name}.html`
const wxml = '<canvas canvas-id="c" style="width: 100px; height: 60px"></canvas><canvas type="2d" id="n"></canvas>'
const red =
  "const ctx = wx.createCanvasContext('c'); ctx.setFillStyle('red'); ctx.fillRect(0, 0, 50, 60); ctx.draw(false, () => {"

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: `Page({ onReady() { ${code} } })`,
  covers: [`wx.${of}`],
  steps: [{ log }],
})
const sizeOf = 'wx.getImageInfo({ src: tempFilePath, success: ({ width, height, type }) => log(width, height, type) })'

export const cases: readonly Case[] = [
  short(
    'to-temp-file',
    'canvasToTempFilePath gives the path of a picture of the part that is asked for.',
    'canvasToTempFilePath',
    [
      `${red} wx.canvasToTempFilePath({ canvasId: 'c', x: 10, y: 10, width: 20, height: 10, destWidth: 40, destHeight: 20, success: ({ tempFilePath, errMsg }) => { log(errMsg); ${sizeOf} } }) })`,
      'canvasToTempFilePath:ok',
      '40 20 png',
    ],
  ),
  short('default-size', 'Without a size the picture is the whole canvas in device pixels.', 'canvasToTempFilePath', [
    `${red} wx.canvasToTempFilePath({ canvasId: 'c', success: ({ tempFilePath }) => wx.getImageInfo({ src: tempFilePath, success: ({ width, height }) => { const { pixelRatio } = wx.getWindowInfo(); log(width / pixelRatio, height / pixelRatio) } }) }) })`,
    '100 60',
  ]),
  short('jpg', 'fileType jpg makes a JPEG.', 'canvasToTempFilePath', [
    `${red} wx.canvasToTempFilePath({ canvasId: 'c', fileType: 'jpg', quality: 0.5, destWidth: 10, destHeight: 6, success: ({ tempFilePath }) => ${sizeOf} }) })`,
    '10 6 jpeg',
  ]),
  short('promise', 'Without callbacks canvasToTempFilePath gives a promise.', 'canvasToTempFilePath', [
    `${red} wx.canvasToTempFilePath({ canvasId: 'c' }).then(({ tempFilePath }) => log(/^(wxfile|http):/.test(tempFilePath))) })`,
    'true',
  ]),
  short('canvas-object', 'The canvas itself can be given in the place of its id.', 'canvasToTempFilePath', [
    `wx.createSelectorQuery().select('#n').node(({ node }) => {
      node.width = 30; node.height = 20; const pen = node.getContext('2d'); pen.fillStyle = 'red'; pen.fillRect(0, 0, 30, 20)
      wx.canvasToTempFilePath({ canvas: node, destWidth: 30, destHeight: 20, success: ({ tempFilePath }) => {
        const image = node.createImage()
        image.onload = () => { pen.clearRect(0, 0, 30, 20); pen.drawImage(image, 0, 0); log(image.width, image.height, Array.from(pen.getImageData(29, 19, 1, 1).data).join()) }
        image.src = tempFilePath
      } })
    }).exec()`,
    '30 20 255,0,0,255',
  ]),
  short('unknown', 'A canvas that is not there is a failure.', 'canvasToTempFilePath', [
    "wx.canvasToTempFilePath({ canvasId: 'none', success: () => log('ok'), fail: ({ errMsg }) => log(errMsg) })",
    'canvasToTempFilePath:fail canvas is empty',
  ]),
  short('get', 'canvasGetImageData gives four numbers a pixel.', 'canvasGetImageData', [
    `${red} wx.canvasGetImageData({ canvasId: 'c', x: 49, y: 0, width: 2, height: 1, success: ({ width, height, data, errMsg }) => log(width, height, data.length, data[0], data[7], errMsg) }) })`,
    '2 1 8 255 0 canvasGetImageData:ok',
  ]),
  short('get-unknown', 'Pixels of a canvas that is not there are a failure.', 'canvasGetImageData', [
    "wx.canvasGetImageData({ canvasId: 'none', x: 0, y: 0, width: 1, height: 1, fail: ({ errMsg }) => log(errMsg) })",
    'canvasGetImageData:fail canvas is empty',
  ]),
  short('get-parameter', 'canvasGetImageData asks for an id that is a text.', 'canvasGetImageData', [
    'wx.canvasGetImageData({ x: 0, y: 0, width: 1, height: 1, fail: ({ errMsg }) => log(errMsg) })',
    'canvasGetImageData:fail parameter error: parameter.canvasId should be String instead of Undefined;',
  ]),
  short('put', 'canvasPutImageData writes pixels.', 'canvasPutImageData', [
    `const data = new Uint8ClampedArray(10 * 10 * 4).fill(255)
     wx.canvasPutImageData({ canvasId: 'c', x: 5, y: 5, width: 10, height: 10, data, success: ({ errMsg }) => { log(errMsg)
       wx.canvasGetImageData({ canvasId: 'c', x: 10, y: 10, width: 1, height: 1, success: ({ data: now }) => log(Array.from(now).join()) }) } })`,
    'canvasPutImageData:ok',
    '255,255,255,255',
  ]),
  short('put-wrong', 'canvasPutImageData refuses data that do not fit.', 'canvasPutImageData', [
    "wx.canvasPutImageData({ canvasId: 'c', x: 5, y: 5, width: 10, height: 10, data: new Uint8ClampedArray(4), fail: ({ errMsg }) => log(errMsg.startsWith('canvasPutImageData:fail')) })",
    'true',
  ]),
  short('offscreen', 'createOffscreenCanvas answers at once with a canvas of that size.', 'createOffscreenCanvas', [
    "const canvas = wx.createOffscreenCanvas({ type: '2d', width: 20, height: 30 }); log(canvas.width, canvas.height, typeof canvas.getContext('2d').fillRect)",
    '20 30 function',
  ]),
  short('offscreen-numbers', 'Before 2.16.1 the size came as two numbers.', 'createOffscreenCanvas', [
    'const canvas = wx.createOffscreenCanvas(20, 30); log(canvas.width, canvas.height)',
    '20 30',
  ]),
  short('can-i-use', 'canIUse knows the functions of canvas.', 'createCanvasContext', [
    "log(['createCanvasContext', 'createOffscreenCanvas', 'canvasToTempFilePath', 'canvasGetImageData', 'canvasPutImageData', 'canvas.type'].map((name) => wx.canIUse(name)).join())",
    'true,true,true,true,true,true',
  ]),
]
