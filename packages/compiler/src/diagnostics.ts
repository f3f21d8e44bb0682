/** Making diagnostics with their place and code frame, and printing them for a terminal. */
import type { Diagnostic } from '@banyan/contract/diagnostics'

export interface Finding {
  severity: Diagnostic['severity']
  code: string
  message: string
  /** Relative to the mini-program root; `diagnose` is told how to show it. */
  file: string
  /** Contents of the file, for the frame. */
  text?: string | undefined
  /** The place, as an offset or as a line and column that count from 1. */
  offset?: number | undefined
  line?: number | undefined
  column?: number | undefined
  hint?: string | undefined
}

export function diagnose(finding: Finding): Diagnostic {
  const { severity, code, message, file, text, hint } = finding
  const diagnostic: Diagnostic = { severity, code, message, file }
  const place = placeOf(finding)
  if (place) {
    diagnostic.line = place.line
    diagnostic.column = place.column
    if (text !== undefined) diagnostic.frame = codeFrame(text, place.line, place.column)
  }
  if (hint !== undefined) diagnostic.hint = hint
  return diagnostic
}

export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code)
  )
}

/** Several lines for a terminal: place, message, code frame and hint. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message, frame, hint } = diagnostic
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`
  const lines = [`${place} ${severity} ${code}`, `  ${message}`]
  if (frame !== undefined) lines.push(...frame.split('\n').map((text) => `  ${text}`))
  if (hint !== undefined) lines.push(`  hint: ${hint}`)
  return lines.join('\n')
}

/** Order by code units: the same on every machine, unlike `localeCompare`. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function positionAt(text: string, offset: number): { line: number; column: number } {
  const end = Math.min(Math.max(offset, 0), text.length)
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1
    start = at + 1
  }
  return { line, column: end - start + 1 }
}

function placeOf({ text, offset, line, column }: Finding): { line: number; column: number } | undefined {
  if (line !== undefined) return { line, column: column ?? 1 }
  if (offset !== undefined && text !== undefined) return positionAt(text, offset)
  return undefined
}

const frameContext = 2
const frameWidth = 120

function codeFrame(text: string, line: number, column: number): string {
  const lines = text.split(/\r?\n/)
  const first = Math.max(1, line - frameContext)
  const last = Math.min(lines.length, line + frameContext)
  const gutter = String(last).length
  // A minified line is shown as a window around the column.
  const from = column > frameWidth - 20 ? column - 40 : 0
  const shown: string[] = []
  for (let number = first; number <= last; number += 1) {
    const mark = number === line ? '>' : ' '
    const content = (lines[number - 1] ?? '').slice(from, from + frameWidth).replaceAll('\t', ' ')
    shown.push(`${mark} ${String(number).padStart(gutter)} | ${content}`.trimEnd())
    if (number === line) shown.push(`  ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, column - 1 - from))}^`)
  }
  return shown.join('\n')
}
