/** Reads a flush: one call of the handler for each operation, in order. */
import { hostTagPrefix } from './encode.ts'
import { Op, ValueKind, type ViewFlush } from './operations.ts'

/**
 * One method for each operation. `parent` -1: not attached yet. `before` -1: append. `isHost`: the element is a component's host, so
 * `tag` is the name that the app gave it and never one of the built-ins.
 */
export interface OperationHandler {
  create(node: number, tag: string, className: string, parent: number, before: number, isHost: boolean): void
  createText(node: number, text: string, parent: number, before: number): void
  insert(node: number, parent: number, before: number): void
  remove(node: number): void
  release(node: number): void
  setText(node: number, text: string): void
  setClass(node: number, value: string): void
  setStyle(node: number, value: string): void
  setId(node: number, value: string): void
  setAttribute(node: number, name: string, value: unknown): void
  removeAttribute(node: number, name: string): void
  listen(node: number, name: string, flags: number): void
  bindModel(node: number, name: string, isBound: boolean): void
}

/**
 * An exception of the handler is given to `onFault` and replay goes on with the next operation; without `onFault` it is thrown.
 * Words that are no operation end the replay with an error, as what follows them cannot be read.
 */
export function replay(
  flush: Pick<ViewFlush, 'operations' | 'strings'>,
  handler: OperationHandler,
  onFault?: (error: unknown, operation: number) => void,
): void {
  const { operations, strings } = flush
  let at = 0
  while (at < operations.length) {
    const op = word(operations, at)
    const length = lengths[op]
    if (length === undefined || at + length > operations.length) {
      throw new RangeError(`word ${at} of the flush is no operation: ${op}`)
    }
    try {
      step(op, operations, at, strings, handler)
    } catch (error) {
      if (onFault === undefined) throw error
      onFault(error, op)
    }
    at += length
  }
}

/** Words of each operation, its own number included. */
const lengths: readonly (number | undefined)[] = [undefined, 6, 5, 4, 2, 2, 3, 3, 3, 3, 5, 3, 4, 4]

function step(op: number, words: Int32Array, at: number, strings: readonly string[], handler: OperationHandler): void {
  const node = word(words, at + 1)
  switch (op) {
    case Op.create: {
      const tag = text(strings, word(words, at + 2))
      const classIndex = word(words, at + 3)
      const className = classIndex < 0 ? '' : text(strings, classIndex)
      const isHost = tag.startsWith(hostTagPrefix)
      handler.create(node, isHost ? tag.slice(1) : tag, className, word(words, at + 4), word(words, at + 5), isHost)
      return
    }
    case Op.createText:
      handler.createText(node, text(strings, word(words, at + 2)), word(words, at + 3), word(words, at + 4))
      return
    case Op.insert:
      handler.insert(node, word(words, at + 2), word(words, at + 3))
      return
    case Op.remove:
      handler.remove(node)
      return
    case Op.release:
      handler.release(node)
      return
    case Op.setText:
      handler.setText(node, text(strings, word(words, at + 2)))
      return
    case Op.setClass:
      handler.setClass(node, text(strings, word(words, at + 2)))
      return
    case Op.setStyle:
      handler.setStyle(node, text(strings, word(words, at + 2)))
      return
    case Op.setId:
      handler.setId(node, text(strings, word(words, at + 2)))
      return
    case Op.setAttribute:
      handler.setAttribute(
        node,
        text(strings, word(words, at + 2)),
        valueOf(word(words, at + 3), word(words, at + 4), strings),
      )
      return
    case Op.removeAttribute:
      handler.removeAttribute(node, text(strings, word(words, at + 2)))
      return
    case Op.listen:
      handler.listen(node, text(strings, word(words, at + 2)), word(words, at + 3))
      return
    case Op.bindModel:
      handler.bindModel(node, text(strings, word(words, at + 2)), word(words, at + 3) === 1)
  }
}

function valueOf(kind: number, value: number, strings: readonly string[]): unknown {
  switch (kind) {
    case ValueKind.string:
      return text(strings, value)
    case ValueKind.integer:
      return value
    case ValueKind.true:
      return true
    case ValueKind.false:
      return false
    case ValueKind.null:
      return null
    case ValueKind.json:
      return JSON.parse(text(strings, value))
    default:
      return undefined
  }
}

function word(words: Int32Array, at: number): number {
  return words[at] ?? 0
}

function text(strings: readonly string[], index: number): string {
  const found = strings[index]
  if (found === undefined) throw new RangeError(`the flush has no string ${index}`)
  return found
}
