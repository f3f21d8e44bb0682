/**
 * What `wx.createCanvasContext` gives: it records, and `draw` hands the record over.
 * https://developers.weixin.qq.com/miniprogram/dev/api/canvas/CanvasContext.html
 */
import { isFunction, textOf } from '../../../logic/values.ts'
import { type Action, Gradient, Pattern } from './actions.ts'

export interface CanvasContextParts {
  draw(actions: readonly Action[], reserve: boolean): Promise<void>
  measure(text: string, font: string): number
}

const maxActions = 100_000

/** Methods that are recorded as they are called. */
const plainMethods = [
  ...['arc', 'arcTo', 'beginPath', 'bezierCurveTo', 'clearRect', 'clip', 'closePath', 'ellipse', 'fill', 'fillRect'],
  ...['fillText', 'lineTo', 'moveTo', 'quadraticCurveTo', 'rect', 'rotate', 'scale', 'setLineDash', 'setTransform'],
  ...['stroke', 'strokeRect', 'strokeText', 'transform', 'translate', 'drawImage'],
] as const

/** Properties, and the methods of before 1.9.90 that set them. */
const setters: Readonly<Record<string, string>> = {
  globalAlpha: 'setGlobalAlpha',
  lineWidth: 'setLineWidth',
  lineCap: 'setLineCap',
  lineJoin: 'setLineJoin',
  miterLimit: 'setMiterLimit',
  textAlign: 'setTextAlign',
  textBaseline: 'setTextBaseline',
  globalCompositeOperation: 'setGlobalCompositeOperation',
  lineDashOffset: 'setLineDashOffset',
  shadowBlur: 'setShadowBlur',
  shadowColor: 'setShadowColor',
  shadowOffsetX: 'setShadowOffsetX',
  shadowOffsetY: 'setShadowOffsetY',
}

const defaults: Readonly<Record<string, unknown>> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  font: '10px sans-serif',
  globalAlpha: 1,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  textAlign: 'left',
  textBaseline: 'alphabetic',
  globalCompositeOperation: 'source-over',
  lineDashOffset: 0,
  shadowBlur: 0,
  shadowColor: '#000000',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
}

export function createCanvasContextObject(id: string, parts: CanvasContextParts): object {
  let actions: Action[] = []
  let state: Record<string, unknown> = { ...defaults }
  let saved: Record<string, unknown>[] = []
  const record = (method: string, args: readonly unknown[]) => {
    if (actions.length < maxActions) actions.push({ method, args })
  }
  const set = (name: string, value: unknown) => {
    state[name] = value
    // WeChat's own word for the browser's default.
    record(name, [name === 'textBaseline' && value === 'normal' ? 'alphabetic' : value])
  }
  const setFont = (value: unknown) => {
    const font = textOf(value)
    // A font without a size or a family means nothing to the browser.
    if (/\d(px|pt|em|rem|%)/.test(font)) set('font', font)
  }
  const numbers = (values: readonly unknown[]) => values.map(Number)
  const context: Record<string, unknown> = {
    canvasId: id,
    draw(reserve?: unknown, callback?: unknown) {
      const drawing = parts.draw(actions, reserve === true)
      const done = isFunction(reserve) ? reserve : callback
      actions = []
      if (reserve !== true) {
        state = { ...defaults }
        saved = []
      }
      void drawing.then(() => {
        if (isFunction(done)) setTimeout(() => void done({ errMsg: 'drawCanvas:ok' }))
      })
    },
    getActions() {
      const taken = actions
      actions = []
      return taken
    },
    clearActions: () => void (actions = []),
    save() {
      saved.push({ ...state })
      record('save', [])
    },
    restore() {
      state = saved.pop() ?? state
      record('restore', [])
    },
    setFillStyle: (value: unknown) => set('fillStyle', value),
    setStrokeStyle: (value: unknown) => set('strokeStyle', value),
    setFontSize: (size: unknown) => {
      if (Number.isFinite(Number(size)))
        set('font', textOf(state['font']).replace(/[\d.]+(px|pt|em|rem|%)/, `${Number(size)}px`))
    },
    setShadow(offsetX: unknown, offsetY: unknown, blur: unknown, color: unknown) {
      set('shadowOffsetX', offsetX)
      set('shadowOffsetY', offsetY)
      set('shadowBlur', blur)
      set('shadowColor', color)
    },
    measureText: (text: unknown) => ({ width: parts.measure(textOf(text), textOf(state['font'])) }),
    createLinearGradient: (...place: unknown[]) => new Gradient('linear', numbers(place)),
    createCircularGradient: (...place: unknown[]) => new Gradient('circular', numbers(place)),
    createPattern: (picture: unknown, repetition: unknown) => new Pattern(textOf(picture), textOf(repetition)),
  }
  for (const method of plainMethods) context[method] = (...args: unknown[]) => record(method, args)
  for (const [property, method] of Object.entries(setters)) context[method] = (value: unknown) => set(property, value)
  for (const property of Object.keys(defaults)) {
    Object.defineProperty(context, property, {
      get: () => state[property],
      set(value: unknown) {
        if (property === 'font') setFont(value)
        else set(property, value)
      },
      enumerable: true,
      configurable: true,
    })
  }
  return context
}
