import { parseSync } from 'oxc-parser'

export interface FoundImport {
  readonly specifier: string
  readonly line: number
}

/** Every module that a source names: imports and re-exports, types included, and `import('...')` of a plain text. */
export function readImports(file: string, text: string): readonly FoundImport[] {
  const { module, errors } = parseSync(file, text)
  const [error] = errors
  if (error !== undefined) throw new Error(`${file}: ${error.message}`)
  const found: { specifier: string; offset: number }[] = []
  for (const { moduleRequest } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, offset: moduleRequest.start })
  }
  for (const { entries } of module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest
    if (request !== undefined && request !== null) found.push({ specifier: request.value, offset: request.start })
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = /^(['"`])([^'"`$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    if (written?.[2] !== undefined) found.push({ specifier: written[2], offset: moduleRequest.start })
  }
  return found.map(({ specifier, offset }) => ({ specifier, line: lineAt(text, offset) }))
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line += 1
  return line
}
