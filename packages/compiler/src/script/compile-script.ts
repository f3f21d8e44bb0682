/** One `.js` or `.ts` file -> the body of a CommonJS function, its source map, and what else the build must know of it. */
import { transform, type Message, type TransformOptions } from 'esbuild'
import { parseSync } from 'oxc-parser'
import { Script } from 'node:vm'
import type { Finding } from '../diagnostics.ts'
import type { Task } from '../pack/traces.ts'
import { checkApi } from './check-api.ts'
import { findRequires, type RequireSite } from './requires.ts'
import { withOriginal } from './source-map.ts'
import { allowEarlyReads } from './early-reads.ts'
import { replaceFunctionConstructors } from './function-constructor.ts'
import { usedAreas } from './used-areas.ts'
import { readComponentOptions, type ComponentOptions } from './component-options.ts'

export interface CompiledScript {
  readonly code: string
  /** Source map as JSON text; empty when the file could not be compiled. */
  readonly map: string
  readonly requires: readonly RequireSite[]
  readonly options: ComponentOptions
  /** Areas of `wx.*` that it names. */
  readonly areas: readonly string[]
  readonly isBroken: boolean
  /** Reported by the caller: a file that nothing needs cannot fail a build. */
  readonly findings: readonly Finding[]
}

/** Syntax that every supported browser reads: Chrome 80, Safari 14, Firefox 90. */
const syntaxTarget = 'es2020'

export async function compileScript(task: Task, path: string): Promise<CompiledScript> {
  const file = task.read(path)
  const source = file?.text() ?? ''
  const isProduction = task.input('mode') === 'production'
  const findings: Finding[] = findDynamicImports(path, source)
  const readable = task.input('syntax') === 'es5' ? allowEarlyReads(path, source) : source
  const text = replaceFunctionConstructors(readable)
  try {
    const { code, map } = await transform(text, transformOptions(file?.shownAs ?? path, path, isProduction))
    new Script(wrap(code))
    if (!path.includes('miniprogram_npm/')) findings.push(...checkApi(path, source, code))
    const requires = findRequires(code)
    return {
      code: code.trimEnd(),
      map: withOriginal(map, source),
      requires,
      options: readComponentOptions(source),
      areas: usedAreas(code),
      isBroken: false,
      findings,
    }
  } catch (error) {
    const errors = errorsOf(error, path, source)
    const first = errors[0]
    const place = first?.line === undefined ? path : `${path}:${first.line}:${first.column ?? 1}`
    const code = `throw new SyntaxError(${JSON.stringify(`${first?.message ?? 'cannot be compiled'} (${place})`)})`
    return { code, map: '', requires: [], options: {}, areas: [], isBroken: true, findings: [...findings, ...errors] }
  }
}

function wrap(code: string): string {
  return `(function(require,module,exports){${code}\n})`
}

function transformOptions(shownAs: string, path: string, isProduction: boolean): TransformOptions {
  const environment = isProduction ? 'production' : 'development'
  return {
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    format: 'cjs',
    target: syntaxTarget,
    platform: 'neutral',
    sourcemap: 'external',
    sourcefile: shownAs,
    sourcesContent: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    minify: isProduction,
    // `import()` could fetch code from anywhere; as a `require` it can reach nothing but the package.
    supported: { 'dynamic-import': false },
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, experimentalDecorators: true } },
    define: { 'process.env.NODE_ENV': JSON.stringify(environment) },
  }
}

function findDynamicImports(path: string, source: string): Finding[] {
  if (!/\bimport\s*\(/.test(source)) return []
  const { module } = parseSync(path, source)
  return module.dynamicImports.map(({ start }) => ({
    severity: 'error' as const,
    code: 'script.dynamicImport',
    message: 'import() is not available in mini-programs.',
    file: path,
    text: source,
    offset: start,
    hint: 'Use require, or require.async for a module of another package.',
  }))
}

function errorsOf(error: unknown, path: string, source: string): Finding[] {
  const base = { severity: 'error' as const, code: 'script.syntax', file: path, text: source }
  if (isFailure(error)) {
    return error.errors.map(({ text, location }) => ({
      ...base,
      message: text.endsWith('.') ? text : `${text}.`,
      line: location?.line ?? 1,
      column: location ? characterColumn(location.lineText, location.column) : 1,
    }))
  }
  return [{ ...base, message: error instanceof Error ? error.message : String(error), line: 1, column: 1 }]
}

function isFailure(error: unknown): error is Error & { errors: readonly Message[] } {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors) && error.errors.length > 0
}

/** esbuild counts columns in UTF-8 bytes from 0, people in characters from 1. */
function characterColumn(line: string, byteColumn: number): number {
  return Buffer.from(line).subarray(0, byteColumn).toString().length + 1
}
