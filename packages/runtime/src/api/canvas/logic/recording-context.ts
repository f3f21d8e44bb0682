/** The older `wx.createCanvasContext`: takes every call, measures text, and tells its callback; the drawing itself comes with the canvas. */
import { textOf } from '../../../logic/values.ts'

const methods = [
  'arc',
  'arcTo',
  'beginPath',
  'bezierCurveTo',
  'clearRect',
  'clip',
  'closePath',
  'drawImage',
  'fill',
  'fillRect',
  'fillText',
  'lineTo',
  'moveTo',
  'quadraticCurveTo',
  'rect',
  'restore',
  'rotate',
  'save',
  'scale',
  'setFillStyle',
  'setFontSize',
  'setGlobalAlpha',
  'setLineCap',
  'setLineDash',
  'setLineJoin',
  'setLineWidth',
  'setMiterLimit',
  'setShadow',
  'setStrokeStyle',
  'setTextAlign',
  'setTextBaseline',
  'setTransform',
  'stroke',
  'strokeRect',
  'strokeText',
  'transform',
  'translate',
] as const

/** Width of a character in parts of the font size: Chinese ones fill the square. */
const wideCharacter = 1
const narrowCharacter = 0.55

export function createRecordingContext(id: string, later: (callback: unknown) => void): Record<string, unknown> {
  let actions: { method: string; args: readonly unknown[] }[] = []
  let fontSize = 10
  const context: Record<string, unknown> = {
    canvasId: id,
    draw(_reserve: unknown, callback: unknown) {
      actions = []
      later(callback)
    },
    getActions: () => actions.splice(0),
    measureText(text: unknown) {
      const width = Array.from(textOf(text)).reduce(
        (sum, char) => sum + (char > '\u00ff' ? wideCharacter : narrowCharacter) * fontSize,
        0,
      )
      return { width }
    },
    createLinearGradient: () => ({ addColorStop: () => undefined }),
    createCircularGradient: () => ({ addColorStop: () => undefined }),
    createPattern: () => ({}),
  }
  for (const method of methods) {
    context[method] = (...args: unknown[]) => {
      const [first] = args
      if (method === 'setFontSize' && typeof first === 'number') fontSize = first
      if (actions.length < maxActions) actions.push({ method, args })
    }
  }
  return context
}

const maxActions = 10_000
