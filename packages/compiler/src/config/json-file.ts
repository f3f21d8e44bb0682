/** JSON as WeChat reads it: comments and trailing commas are allowed, and every value knows its place. */
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import type { Task } from '../pack/traces.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export interface JsonFile {
  readonly path: string
  readonly text: string
  /** `{}` when the file does not hold an object. */
  readonly value: JsonObject
  /** Offset of the value at a path inside the file, or of the nearest value above it. */
  readonly offsetOf: (location: readonly (string | number)[]) => number
}

export function emptyJson(path: string): JsonFile {
  return { path, text: '', value: {}, offsetOf: () => 0 }
}

/** What could be read of a text; nothing is reported. */
export function parseJson(text: string): JsonObject {
  const tree = parseTree(text, [], { allowTrailingComma: true, disallowComments: false })
  const value: unknown = tree ? getNodeValue(tree) : undefined
  return isObject(value) ? value : {}
}

/** Undefined when there is no such file. A syntax error is reported, and what could be read is used. */
export function readJson(task: Task, path: string): JsonFile | undefined {
  const file = task.read(path)
  if (!file) return undefined
  const text = file.text().replace(/^\uFEFF/, ' ')
  if (text.trim() === '') return { ...emptyJson(path), text }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false })
  const first = errors[0]
  if (first) {
    const message = `Not valid JSON: ${describeParseError(first)}`
    task.report({ severity: 'error', code: 'config.syntax', message, file: path, text, offset: first.offset })
  }
  const value: unknown = tree ? getNodeValue(tree) : undefined
  if (!isObject(value)) {
    if (!first)
      task.report({
        severity: 'error',
        code: 'config.notAnObject',
        message: 'Expected a JSON object.',
        file: path,
        text,
        offset: 0,
      })
    return { ...emptyJson(path), text }
  }
  return { path, text, value, offsetOf: (location) => offsetInTree(tree, location) }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function offsetInTree(tree: Node | undefined, location: readonly (string | number)[]): number {
  for (let length = location.length; tree && length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, location.slice(0, length))
    if (node) return node.offset
  }
  return tree?.offset ?? 0
}

function describeParseError(error: ParseError): string {
  const words = printParseErrorCode(error.error).replace(/([a-z])([A-Z])/g, '$1 $2')
  return `${words.toLowerCase()}.`
}
