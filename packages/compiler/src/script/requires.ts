/** Calls of `require` with a literal path, found in compiled code, and their replacement by resolved paths. */
export interface RequireSite {
  readonly path: string
  /** Range of the literal, quotes included. */
  readonly start: number
  readonly end: number
  readonly isAsync: boolean
}

const call = /(?<![\w$.])require(\.async)?\(\s*("(?:[^"\\\n]+)"|'(?:[^'\\\n]+)'|`(?:[^`\\$\n]+)`)\s*[),]/g

/** A bundle brings its own `require`: what is asked of that one is none of our business. */
const ownRequire =
  /function\s*[\w$]*\s*\([^)]*\brequire\b[^)]*\)|\([^()]*\brequire\b[^()]*\)\s*=>|\brequire\s*=>|\b(?:var|let|const|function)\s+require\b/

export function findRequires(code: string): RequireSite[] {
  if (!code.includes('require') || ownRequire.test(code)) return []
  const sites: RequireSite[] = []
  for (const match of code.matchAll(call)) {
    const literal = match[2] ?? ''
    const start = match.index + match[0].indexOf(literal)
    sites.push({ path: literal.slice(1, -1), start, end: start + literal.length, isAsync: match[1] !== undefined })
  }
  return sites
}

export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

export function replaceRanges(code: string, replacements: readonly Replacement[]): string {
  let result = ''
  let at = 0
  for (const { start, end, text } of replacements) {
    result += code.slice(at, start) + text
    at = end
  }
  return result + code.slice(at)
}
