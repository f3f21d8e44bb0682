/** Patterns in RE2's syntax and with its promise: the time grows with the text and never explodes. */
import { RE2JS } from 're2js'

const remembered = new Map<string, RE2JS | undefined>()
const rememberedCount = 500
const textLength = 4096

/** A pattern that cannot be read matches nothing. */
export function matchesPattern(pattern: string, text: string, ignoresCase: boolean): boolean {
  const compiled = compile(pattern, ignoresCase)
  return compiled !== undefined && compiled.matcher(text.slice(0, textLength)).find()
}

function compile(pattern: string, ignoresCase: boolean): RE2JS | undefined {
  const key = `${ignoresCase ? 'i' : 'c'}${pattern}`
  if (remembered.has(key)) return remembered.get(key)
  const compiled = read(pattern, ignoresCase)
  const oldest = remembered.keys().next().value
  if (remembered.size >= rememberedCount && oldest !== undefined) remembered.delete(oldest)
  remembered.set(key, compiled)
  return compiled
}

function read(pattern: string, ignoresCase: boolean): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern, ignoresCase ? RE2JS.CASE_INSENSITIVE : 0)
  } catch {
    return undefined
  }
}
