/** A JSON file that a script requires. */
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import type { Task } from '../pack/traces.ts'

export function compileJsonModule(task: Task, path: string): string {
  const text = (task.read(path)?.text() ?? 'null').replace(/^\uFEFF/, ' ')
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  const first = errors[0]
  // Parsed at run time, where JSON is read faster than a script, and `__proto__` means what it means in JSON.
  if (!first) return `module.exports=JSON.parse(${JSON.stringify(JSON.stringify(value) ?? 'null')})`
  const message = `Required as a module, but not valid JSON: ${wordsOf(printParseErrorCode(first.error))}.`
  task.report({ severity: 'error', code: 'script.jsonSyntax', message, file: path, text, offset: first.offset })
  return `throw new SyntaxError(${JSON.stringify(`${message} (${path})`)})`
}

function wordsOf(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
