/** WXS is a dialect of ES5: checked, and brought into the JavaScript that the worker runs. */
import { Script } from 'node:vm'
import { transform } from 'esbuild'
import { parseSync, Visitor, type MemberExpression } from 'oxc-parser'
import { resolveFrom } from '../config/paths.ts'
import { replaceRanges, type Replacement } from '../script/requires.ts'
import { withOriginal } from '../script/source-map.ts'
import type { Task } from '../pack/traces.ts'
import type { TemplateReference } from './references.ts'

export interface WxsSource {
  readonly task: Task
  /** The file that holds the script, and its whole text. */
  readonly path: string
  readonly source: string
  /** Where the script starts in it. */
  readonly start: number
  readonly text: string
}

export interface CompiledWxs {
  /** Body of a function of `require`, `exports` and `module`. */
  readonly code: string
  /** Source map as JSON text; empty when the script could not be compiled. */
  readonly map: string
  readonly requires: TemplateReference[]
}

export async function compileWxs(wxs: WxsSource): Promise<CompiledWxs> {
  const { task, path, start } = wxs
  const { text, program, errors } = parseWxs(wxs.text)
  const first = errors[0]
  if (first) return broken(wxs, first.message, first.labels[0]?.start ?? 0)
  const rewritten = text.includes('constructor') ? nameConstructors(program, text) : text
  const isProduction = task.input('mode') === 'production'
  try {
    const { code, map } = await transform(inPlace(wxs, rewritten), {
      minifyWhitespace: isProduction,
      minifySyntax: isProduction,
      sourcemap: 'external',
      sourcefile: task.read(path)?.shownAs ?? path,
      sourcesContent: false,
      charset: 'utf8',
      logLevel: 'silent',
    })
    // What the parsers let pass and an engine does not, an invalid regular expression, would break the whole package.
    new Script(`(function(require,exports,module){${code}\n})`)
    return { code: code.trim(), map: withOriginal(map, wxs.source), requires: findRequires(wxs.text, path, start) }
  } catch (error) {
    return broken(wxs, error instanceof Error ? error.message : String(error), 0)
  }
}

/** At its line and column in the file, for the source map. */
function inPlace({ source, start }: WxsSource, text: string): string {
  const before = source.slice(0, start).split('\n')
  return '\n'.repeat(before.length - 1) + ' '.repeat(before.at(-1)?.length ?? 0) + text
}

/** The errors are those of the text as it was written. */
function parseWxs(written: string) {
  const parsed = { text: written, ...parseScript(written) }
  if (parsed.errors.length === 0) return parsed
  const text = renameReserved(written)
  const renamed = { text, ...parseScript(text) }
  return renamed.errors.length === 0 ? renamed : parsed
}

function parseScript(text: string) {
  const { program, errors } = parseSync('script.js', text, { sourceType: 'script' })
  return { program, errors }
}

/** Words of JavaScript that are none of WXS, where a variable may have such a name. */
const reserved = new Set(['class', 'enum', 'export', 'extends', 'import', 'super'])
const token = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*|[\w$]+|\S/g

function renameReserved(text: string): string {
  const replacements: Replacement[] = []
  const tokens = [...text.matchAll(token)].filter(([word]) => !word.startsWith('/*') && !word.startsWith('//'))
  for (const [index, { 0: word, index: start }] of tokens.entries()) {
    if (!reserved.has(word)) continue
    const before = tokens[index - 1]?.[0] ?? ''
    const isKey = tokens[index + 1]?.[0] === ':' && (before === '{' || before === ',')
    if (before === '.' || isKey) continue
    replacements.push({ start, end: start, text: '$' })
  }
  return replaceRanges(text, replacements)
}

function broken({ task, path, source, start }: WxsSource, message: string, offset: number): CompiledWxs {
  const [summary = ''] = message.split('\n')
  task.report({
    severity: 'error',
    code: 'wxs.syntax',
    message: summary,
    file: path,
    text: source,
    offset: start + offset,
  })
  return { code: `throw new SyntaxError(${JSON.stringify(`${summary} (${path})`)})`, map: '', requires: [] }
}

export function compileWxsFile(task: Task, path: string): Promise<CompiledWxs> {
  const text = task.read(path)?.text() ?? ''
  return compileWxs({ task, path, source: text, start: 0, text })
}

function findRequires(text: string, path: string, start: number): TemplateReference[] {
  const requires: TemplateReference[] = []
  for (const match of text.matchAll(/\brequire\(\s*(["'])([^"'\n]+)\1\s*\)/g)) {
    const written = match[2] ?? ''
    const offset = start + match.index + match[0].indexOf(written)
    requires.push({ written, path: resolveFrom(path, written.replace(/\.wxs$/, '')), offset })
  }
  return requires
}

/** In WXS `x.constructor` is the name of the type: `'Array'`. */
function nameConstructors(program: ReturnType<typeof parseSync>['program'], text: string): string {
  const replacements: Replacement[] = []
  new Visitor({
    MemberExpression(node: MemberExpression) {
      if (node.computed || node.property.type !== 'Identifier' || node.property.name !== 'constructor') return
      replacements.push(
        { start: node.start, end: node.start, text: '$type(' },
        { start: node.object.end, end: node.end, text: ')' },
      )
    },
  }).visit(program)
  return replaceRanges(
    text,
    replacements.sort((a, b) => a.start - b.start || a.end - b.end),
  )
}
