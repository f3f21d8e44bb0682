/**
 * Old compiled code asks `Function('return this')()` for the global object. Under the frame's policy no code can be made from
 * text, so the known forms are replaced here. Replacements keep their length: columns in the source map stay right.
 */
const globalGetter = /\(?\b(?:new\s+)?Function\(\s*(["'])return this;?\1\s*\)\s*\)?\s*\(\s*\)/g
const sequenceGetter = /\(0,\s*Function\)\(\s*(["'])return this;?\1\s*\)\(\s*\)/g
const regenerator = /\bFunction\(\s*(["'])r\1\s*,\s*(["'])regeneratorRuntime\s*=\s*r;?\2\s*\)\(/g

export function replaceFunctionConstructors(source: string): string {
  if (!source.includes('Function')) return source
  return source
    .replace(sequenceGetter, (match) => fill('globalThis', match))
    .replace(globalGetter, (match) => replaceGetter(match))
    .replace(regenerator, (match) => fill('(globalThis.regeneratorRuntime=', match.slice(0, -1)) + '(')
}

/** `(new Function("return this"))()` is matched with its parentheses, `f(Function("return this")())` must keep the outer one. */
function replaceGetter(match: string): string {
  const opens = match.startsWith('(')
  const closes = /["']\s*\)\s*\)\s*\(/.test(match)
  if (opens === closes) return fill('globalThis', match)
  return opens ? `(${fill('globalThis', match.slice(1))}` : match
}

function fill(replacement: string, match: string): string {
  return replacement.padEnd(match.length)
}
