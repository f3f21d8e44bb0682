/** Writes the operations of one flush: a buffer that grows by doubling, and each string once. */
import { Op, ValueKind } from './operations.ts'

/** Marks the tag of a component's host, which is a plain element of the view even when it is called `button`. */
export const hostTagPrefix = '*'

export interface EncodedOperations {
  operations: Int32Array<ArrayBuffer>
  strings: string[]
}

export class OperationWriter {
  private words = new Int32Array(initialWords)
  private length = 0
  private strings: string[] = []
  private indexes = new Map<string, number>()

  get isEmpty(): boolean {
    return this.length === 0
  }

  create(node: number, tag: string, className: string, parent: number, before: number): void {
    const at = this.reserve(6)
    const words = this.words
    words[at] = Op.create
    words[at + 1] = node
    words[at + 2] = this.intern(tag)
    words[at + 3] = className === '' ? -1 : this.intern(className)
    words[at + 4] = parent
    words[at + 5] = before
  }

  createText(node: number, text: string, parent: number, before: number): void {
    const at = this.reserve(5)
    const words = this.words
    words[at] = Op.createText
    words[at + 1] = node
    words[at + 2] = this.intern(text)
    words[at + 3] = parent
    words[at + 4] = before
  }

  insert(node: number, parent: number, before: number): void {
    this.write3(Op.insert, node, parent, before)
  }

  remove(node: number): void {
    this.write1(Op.remove, node)
  }

  release(node: number): void {
    this.write1(Op.release, node)
  }

  setText(node: number, text: string): void {
    this.write2(Op.setText, node, this.intern(text))
  }

  setClass(node: number, value: string): void {
    this.write2(Op.setClass, node, this.intern(value))
  }

  setStyle(node: number, value: string): void {
    this.write2(Op.setStyle, node, this.intern(value))
  }

  setId(node: number, value: string): void {
    this.write2(Op.setId, node, this.intern(value))
  }

  setAttribute(node: number, name: string, value: unknown): void {
    const at = this.reserve(5)
    const words = this.words
    words[at] = Op.setAttribute
    words[at + 1] = node
    words[at + 2] = this.intern(name)
    words[at + 3] = kindOf(value)
    words[at + 4] = this.valueWord(value)
  }

  removeAttribute(node: number, name: string): void {
    this.write2(Op.removeAttribute, node, this.intern(name))
  }

  listen(node: number, name: string, flags: number): void {
    this.write3(Op.listen, node, this.intern(name), flags)
  }

  bindModel(node: number, name: string, isBound: boolean): void {
    this.write3(Op.bindModel, node, this.intern(name), isBound ? 1 : 0)
  }

  /** Hands over what was written, with a buffer of its exact size that can be transferred, and starts anew. */
  take(): EncodedOperations {
    const taken = { operations: this.words.slice(0, this.length), strings: this.strings }
    this.length = 0
    this.strings = []
    this.indexes.clear()
    if (this.words.length > keptWords) this.words = new Int32Array(initialWords)
    return taken
  }

  private write1(op: number, a: number): void {
    const at = this.reserve(2)
    this.words[at] = op
    this.words[at + 1] = a
  }

  private write2(op: number, a: number, b: number): void {
    const at = this.reserve(3)
    this.words[at] = op
    this.words[at + 1] = a
    this.words[at + 2] = b
  }

  private write3(op: number, a: number, b: number, c: number): void {
    const at = this.reserve(4)
    this.words[at] = op
    this.words[at + 1] = a
    this.words[at + 2] = b
    this.words[at + 3] = c
  }

  private reserve(count: number): number {
    const at = this.length
    this.length = at + count
    if (this.length > this.words.length) {
      const grown = new Int32Array(Math.max(this.words.length * 2, this.length))
      grown.set(this.words)
      this.words = grown
    }
    return at
  }

  private intern(text: string): number {
    const known = this.indexes.get(text)
    if (known !== undefined) return known
    const index = this.strings.length
    this.strings.push(text)
    this.indexes.set(text, index)
    return index
  }

  private valueWord(value: unknown): number {
    switch (kindOf(value)) {
      case ValueKind.string:
        return this.intern(String(value))
      case ValueKind.integer:
        return Number(value)
      case ValueKind.json:
        return this.intern(toJson(value))
      default:
        return 0
    }
  }
}

const initialWords = 1024
const keptWords = 1 << 16

function kindOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return ValueKind.string
    case 'number':
      return Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0)
        ? ValueKind.integer
        : ValueKind.json
    case 'boolean':
      return value ? ValueKind.true : ValueKind.false
    case 'object':
      return value === null ? ValueKind.null : ValueKind.json
    default:
      return ValueKind.undefined
  }
}

/** Apps put anything into data; what JSON cannot hold (cycles, functions) must not stop the flush. */
function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    return 'null'
  }
}
