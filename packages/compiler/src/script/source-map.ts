/** Source maps of a package: one map a module, joined by their lines; columns follow the replaced `require` paths. */
import type { Replacement } from './requires.ts'

export interface MapSection {
  readonly line: number
  readonly map: string
}

/** Takes the text of a package's script, piece by piece; the sections of a piece count its own lines. */
export interface PackageWriter {
  write(text: string, sections?: readonly MapSection[]): void
}

/** An index map (ECMA-426): the sections are the modules' own maps. */
export function joinMaps(file: string, sections: readonly MapSection[]): string {
  const parts = sections
    .filter(({ map }) => map !== '')
    .map(({ line, map }) => `{"offset":{"line":${line},"column":0},"map":${map}}`)
  return `{"version":3,"file":${JSON.stringify(file)},"sections":[${parts.join(',')}]}`
}

/** Of one file, with its text. */
export function withOriginal(map: string, source: string): string {
  const parsed: Record<string, unknown> = JSON.parse(map)
  return JSON.stringify({ ...parsed, sourcesContent: [source] })
}

/** Moves the generated columns behind each replacement. */
export function shiftMap(map: string, code: string, replacements: readonly Replacement[]): string {
  if (map === '' || replacements.every(({ start, end, text }) => end - start === text.length)) return map
  const parsed: { mappings: string } = JSON.parse(map)
  const lineStarts = [0]
  for (let at = code.indexOf('\n'); at !== -1; at = code.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const lines = parsed.mappings.split(';')
  const byLine = Map.groupBy(replacements, ({ start }) => lineOf(lineStarts, start))
  for (const [line, edits] of byLine) {
    const lineStart = lineStarts[line] ?? 0
    const mapped = lines[line]
    if (mapped)
      lines[line] = shiftLine(
        mapped,
        edits.map(({ start, end, text }) => ({ from: end - lineStart, by: text.length - (end - start) })),
      )
  }
  return JSON.stringify({ ...parsed, mappings: lines.join(';') })
}

function shiftLine(line: string, edits: readonly { from: number; by: number }[]): string {
  let column = 0
  let written = 0
  return line
    .split(',')
    .map((segment) => {
      const { value, length } = decodeNumber(segment)
      column += value
      let moved = column
      for (const edit of edits) if (column >= edit.from) moved += edit.by
      const result = encodeNumber(moved - written) + segment.slice(length)
      written = moved
      return result
    })
    .join(',')
}

function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function decodeNumber(text: string): { value: number; length: number } {
  let value = 0
  let shift = 0
  let length = 0
  for (const character of text) {
    const digit = digits.indexOf(character)
    length += 1
    value += (digit & 31) << shift
    shift += 5
    if ((digit & 32) === 0) break
  }
  return { value: value & 1 ? -(value >> 1) : value >> 1, length }
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1
  let text = ''
  do {
    const digit = rest & 31
    rest >>= 5
    text += digits[rest > 0 ? digit | 32 : digit] ?? ''
  } while (rest > 0)
  return text
}
