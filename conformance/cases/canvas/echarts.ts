import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Case } from '../../case.ts'

/** A library that draws in the way of its own wrapper for WeChat: it is given an object that stands for a canvas element. */
const library = readFileSync(createRequire(import.meta.url).resolve('echarts/dist/echarts.simple.min.js'), 'utf8')

export const cases: readonly Case[] = [
  {
    id: 'chart-in-component',
    says: 'ECharts draws on a canvas of the type 2d inside a component, and follows touches.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/component/canvas.html',
    wxml: '<x-chart id="chart" style="width: 300px; height: 200px; display: block"/>',
    json: { usingComponents: { 'x-chart': 'x-chart' } },
    files: {
      'echarts.js': library,
      'x-chart.json': '{ "component": true }',
      'x-chart.wxml':
        '<canvas type="2d" id="canvas" style="width: 300px; height: 200px; display: block" bindtouchstart="start" bindtouchend="end"></canvas>',
      'x-chart.js': `const echarts = require('./echarts.js')
class Surface {
  constructor(node, context) { this.node = node; this.context = context }
  getContext(kind) { return kind === '2d' ? this.context : undefined }
  addEventListener() {} removeEventListener() {} attachEvent() {} detachEvent() {}
  set width(value) { this.node.width = value } get width() { return this.node.width }
  set height(value) { this.node.height = value } get height() { return this.node.height }
}
Component({ lifetimes: { ready() {
  wx.createSelectorQuery().in(this).select('#canvas').fields({ node: true, size: true }).exec(([{ node, width, height }]) => {
    const ratio = wx.getSystemInfoSync().pixelRatio
    const surface = new Surface(node, node.getContext('2d'))
    echarts.setPlatformAPI({ createCanvas: () => surface, loadImage: (src, onload, onerror) => {
      const image = node.createImage(); image.onload = onload; image.onerror = onerror; image.src = src; return image } })
    const chart = this.chart = echarts.init(surface, null, { width, height, devicePixelRatio: ratio })
    chart.on('click', ({ name, value }) => log('click', name, value))
    chart.on('finished', () => { if (this.isTold) return; this.isTold = true
      const at = (x, y) => Array.from(surface.context.getImageData(x * ratio, y * ratio, 1, 1).data).join()
      log(node.width / ratio, at(100, 150), at(100, 20)) })
    chart.setOption({ animation: false, grid: { left: 0, right: 0, top: 0, bottom: 0 }, xAxis: { type: 'category', data: ['a', 'b', 'c'], show: false },
      yAxis: { max: 10, show: false }, series: [{ type: 'bar', barWidth: '100%', data: [6, 6, 6], itemStyle: { color: '#ff0000' } }] })
  })
} }, methods: {
  send(type, e) { const [touch] = e.changedTouches; const { handler } = this.chart.getZr()
    handler.dispatch(type, { zrX: touch.x, zrY: touch.y, preventDefault() {}, stopPropagation() {}, stopImmediatePropagation() {} }) },
  start(e) { this.send('mousedown', e); this.send('mousemove', e) },
  end(e) { this.send('mouseup', e); this.send('click', e) },
} })`,
    },
    covers: ['canvas'],
    steps: [
      { logHas: ['300 255,0,0,255 0,0,0,0'] },
      { tap: 'x-chart canvas', at: [150, 150] },
      { logHas: ['click b 6'] },
    ],
  },
]
