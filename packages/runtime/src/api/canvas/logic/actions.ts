/** What `wx.createCanvasContext` records, and how it is drawn: names and arguments, carried out on a context of the browser. */
import { isFunction, isRecord, textOf } from '../../../logic/values.ts'

export interface Action {
  readonly method: string
  readonly args: readonly unknown[]
}

/** A gradient is made when it is drawn; its stops may come after it has been set as a colour. */
export class Gradient {
  readonly kind: 'linear' | 'circular'
  readonly place: readonly number[]
  readonly stops: [offset: number, color: string][] = []

  constructor(kind: 'linear' | 'circular', place: readonly number[]) {
    this.kind = kind
    this.place = place
  }

  addColorStop(offset: unknown, color: unknown): void {
    this.stops.push([Number(offset), textOf(color)])
  }
}

export class Pattern {
  readonly picture: string
  readonly repetition: string

  constructor(picture: string, repetition: string) {
    this.picture = picture
    this.repetition = repetition
  }
}

type Context = OffscreenCanvasRenderingContext2D

/** Paths of all pictures that the actions draw. */
export function picturesOf(actions: readonly Action[]): string[] {
  const paths = new Set<string>()
  for (const { method, args } of actions) {
    for (const arg of args) {
      if (arg instanceof Pattern) paths.add(arg.picture)
    }
    if (method === 'drawImage' && typeof args[0] === 'string') paths.add(args[0])
  }
  return [...paths]
}

/** What a drawing without `reserve` begins with: an empty canvas and every setting at its default. */
export function resetContext(context: Context, pixelRatio: number): void {
  const { canvas } = context
  // A new size, though the same, does both.
  canvas.width = Number(canvas.width)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
}

export interface Replay {
  context: Context
  /** Device pixels for a unit of the app. */
  pixelRatio: number
  pictures: ReadonlyMap<string, CanvasImageSource>
}

/** An action with arguments that the browser refuses draws nothing, as in WeChat. */
export function replayActions(actions: readonly Action[], replay: Replay): void {
  for (const action of actions) {
    try {
      carryOut(action, replay)
    } catch {
      // The others are still drawn.
    }
  }
}

const properties: ReadonlySet<string> = new Set([
  ...['font', 'globalAlpha', 'globalCompositeOperation', 'lineCap', 'lineDashOffset', 'lineJoin', 'lineWidth'],
  ...['miterLimit', 'shadowBlur', 'shadowColor', 'shadowOffsetX', 'shadowOffsetY', 'textAlign', 'textBaseline'],
])

function carryOut({ method, args }: Action, { context, pixelRatio, pictures }: Replay): void {
  const numbers = args.map(Number)
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = numbers
  switch (method) {
    case 'fillStyle':
    case 'strokeStyle':
      context[method] = styleOf(args[0], { context, pictures })
      return
    case 'setTransform':
      // The app's units stay CSS pixels.
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      context.transform(first, second, third, fourth, fifth, sixth)
      return
    case 'drawImage': {
      const picture = pictures.get(textOf(args[0]))
      if (picture !== undefined) callMethod(context, method, [picture, ...numbers.slice(1)])
      return
    }
    case 'fillText':
    case 'strokeText':
      callMethod(context, method, [textOf(args[0]), ...numbers.slice(1)])
      return
    case 'setLineDash':
      context.setLineDash(Array.isArray(args[0]) ? args[0].map(Number) : [])
      context.lineDashOffset = second
      return
    default: {
      if (properties.has(method)) {
        Reflect.set(context, method, args[0])
        return
      }
      callMethod(context, method, args)
    }
  }
}

function callMethod(context: Context, name: string, args: readonly unknown[]): void {
  const method: unknown = Reflect.get(context, name)
  if (isFunction(method)) method.apply(context, [...args])
}

function styleOf(
  value: unknown,
  { context, pictures }: Pick<Replay, 'context' | 'pictures'>,
): string | CanvasGradient | CanvasPattern {
  if (value instanceof Gradient) {
    const [a = 0, b = 0, c = 0, d = 0] = value.place
    const gradient =
      value.kind === 'linear'
        ? context.createLinearGradient(a, b, c, d)
        : context.createRadialGradient(a, b, 0, a, b, c)
    for (const [offset, color] of value.stops) gradient.addColorStop(offset, color)
    return gradient
  }
  if (value instanceof Pattern) {
    const picture = pictures.get(value.picture)
    return (picture === undefined ? null : context.createPattern(picture, value.repetition)) ?? '#000000'
  }
  return isRecord(value) ? '#000000' : textOf(value)
}
