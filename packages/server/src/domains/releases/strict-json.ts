/** JSON in which no key stands twice and nothing is nested deeper than allowed, so that every reader sees the same thing in it. */
import { PlatformError } from '@banyan/contract/errors'

const token = /[\s]*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|([^\s{}[\],:"]+))/y

interface Level {
  keys: Set<string> | undefined
  expectsKey: boolean
}

export function parseStrictJson(text: string, name: string, maxDepth: number): unknown {
  const refuse = (why: string): PlatformError => new PlatformError('archive.jsonUnsafe', { detail: `${name}: ${why}` })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new PlatformError('archive.jsonUnsafe', { detail: `${name} is not JSON`, cause })
  }
  // The text is well-formed by now, so a scan over its tokens is enough to see depth and keys.
  const levels: Level[] = []
  token.lastIndex = 0
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [, sign, string] = match
    const level = levels.at(-1)
    if (sign === '{' || sign === '[') {
      levels.push({ keys: sign === '{' ? new Set() : undefined, expectsKey: sign === '{' })
      if (levels.length > maxDepth) throw refuse(`deeper than ${maxDepth} levels`)
    } else if (sign === '}' || sign === ']') levels.pop()
    else if (sign === ',' && level) level.expectsKey = level.keys !== undefined
    else if (string !== undefined && level?.expectsKey && level.keys) {
      const key = String(JSON.parse(string))
      if (key === '__proto__') throw refuse('a key is __proto__')
      if (level.keys.has(key)) throw refuse(`the key ${JSON.stringify(key)} stands twice`)
      level.keys.add(key)
      level.expectsKey = false
    }
  }
  return value
}
