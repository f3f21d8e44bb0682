/** One `.wxml` file -> the text of its glass-easel generator, with the files that it refers to. */
import { TmplGroup } from 'glass-easel-template-compiler'
import { pluginRootOf, withoutExtension } from '../config/paths.ts'
import type { Finding } from '../diagnostics.ts'
import type { Task } from '../pack/traces.ts'
import type { MapSection } from '../script/source-map.ts'
import { nameAttributes } from './attribute-names.ts'
import { compileWxs, type CompiledWxs } from './compile-wxs.ts'
import { checkTags } from './check-tags.ts'
import { findReferences, wordsOf, type TemplateReference } from './references.ts'
import { severityOf, wordingOf } from './template-errors.ts'
import { readTextEscapes } from './text-escapes.ts'
import { tolerate } from './tolerate.ts'

export interface CompiledTemplate {
  /** A JavaScript expression that uses the names of the preamble (see emit-templates.ts). */
  readonly generator: string
  /** Source maps of its own scripts, by their lines in the generator. */
  readonly sections: readonly MapSection[]
  /** Templates, by path without extension. */
  readonly imports: readonly TemplateReference[]
  readonly scripts: readonly TemplateReference[]
  /** Of this file alone. */
  readonly words: ReadonlySet<string>
}

interface ParseError {
  readonly code: number
  readonly level: string
  readonly message: string
  readonly startLine: number
  readonly startColumn: number
}

export async function compileTemplate(task: Task, path: string): Promise<CompiledTemplate> {
  const source = task.read(path)?.text() ?? ''
  const text = tolerate(source)
  const name = withoutExtension(path)
  const group = new TmplGroup()
  try {
    const findings = firstCauses(errorsOf(group.addTmpl(name, text)).map((error) => findingOf(error, path, source)))
    // Errors have their places in the text as it was written; the template is made from the text with the right names.
    const named = readTextEscapes(rootSources(nameAttributes(text), path))
    if (named !== text) group.addTmpl(name, named)
    const { imports, scripts } = findReferences(text, path)
    const inlined: CompiledWxs[] = []
    for (const module of namesOf(group.getInlineScriptModuleNames(name))) {
      const start = startOfInlineScript(text, module)
      const script = await compileWxs({ task, path, source, start, text: group.getInlineScript(name, module) })
      group.setInlineScript(name, module, ownLines(script.code))
      inlined.push(script)
      scripts.push(...script.requires)
    }
    findings.push(...checkTags(text, path))
    for (const finding of findings) if (concernsApp(finding)) task.report({ ...finding, text: source })
    const broken = findings.find(({ code, severity }) => severity === 'error' && isFatal(code))
    const generator = broken ? replacement(task, name, broken) : group.getTmplGenObject(name)
    return { generator, sections: sectionsOf(generator, inlined), imports, scripts, words: wordsOf(text) }
  } catch (error) {
    const message = `The template compiler failed: ${error instanceof Error ? error.message : String(error)}.`
    const finding: Finding = {
      severity: 'error',
      code: 'wxml.compiler',
      message,
      file: path,
      text: source,
      line: 1,
      column: 1,
    }
    task.report(finding)
    return { generator: replacement(task, name, finding), sections: [], imports: [], scripts: [], words: new Set() }
  } finally {
    group.free()
  }
}

/** A map counts lines, so a script has its own. */
function ownLines(code: string): string {
  return `\n${code}\n`
}

function sectionsOf(generator: string, scripts: readonly CompiledWxs[]): MapSection[] {
  return scripts.flatMap(({ code, map }) => {
    const at = code === '' ? -1 : generator.indexOf(ownLines(code))
    return at === -1 ? [] : [{ line: generator.slice(0, at + 1).split('\n').length - 1, map }]
  })
}

/** In a plugin an absolute path starts at the plugin; the template compiler knows only the root of the app. */
function rootSources(text: string, path: string): string {
  const root = pluginRootOf(path)
  if (root === '') return text
  return text.replace(/(<(?:import|include|wxs)\b[^>]*?\ssrc\s*=\s*["'])\/+/g, (_, start: string) => `${start}/${root}`)
}

/** What only the author of an npm package could change is of no use to the app's. */
function concernsApp({ file, severity, code }: Finding): boolean {
  return severity === 'error' || code === 'wxml.tagUnsupported' || !file.includes('miniprogram_npm/')
}

/** Shown in place of a template with errors: nothing in production, where upload refuses them anyway. */
function replacement(task: Task, name: string, { file, line, column, message }: Finding): string {
  const group = new TmplGroup()
  try {
    const words = `${file}:${line}:${column} ${message}`.replace(
      /[&<>{}]/g,
      (character) => `&#${character.charCodeAt(0)};`,
    )
    const style =
      'padding:12px;color:#b42318;background:#fef3f2;font:13px/1.5 monospace;white-space:pre-wrap;word-break:break-all'
    group.addTmpl(name, task.input('mode') === 'development' ? `<view style="${style}">${words}</view>` : '')
    return group.getTmplGenObject(name)
  } finally {
    group.free()
  }
}

/** An unclosed tag is an error, but what was read still makes a template. */
function isFatal(code: string): boolean {
  return code !== 'wxml.endTag'
}

function findingOf(error: ParseError, path: string, source: string): Finding {
  const line = error.startLine + 1
  const column = error.startColumn + 1
  const lineText = source.split('\n')[error.startLine] ?? ''
  return { severity: severityOf(error, lineText), ...wordingOf(error, lineText), file: path, line, column }
}

/** An unclosed tag or expression makes the parser complain about much of what follows; only the cause is of use. */
function firstCauses(findings: readonly Finding[]): Finding[] {
  const isBefore = (a: Finding, b: Finding) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  const sorted = [...findings].sort(isBefore)
  const hasFatal = sorted.some(({ severity, code }) => severity === 'error' && isFatal(code))
  const unclosed = sorted.findIndex(({ code }) => code === 'wxml.expressionEnd' || code === 'wxml.tagEnd')
  const causes = unclosed === -1 ? sorted : sorted.slice(0, unclosed + 1)
  return hasFatal ? causes.filter(({ code }) => code !== 'wxml.endTag') : causes
}

/** The compiler's declarations say `any`; notes about style are dropped here. */
function errorsOf(result: unknown): ParseError[] {
  if (!Array.isArray(result)) return []
  return result.filter(
    (item): item is ParseError => typeof item === 'object' && item !== null && 'level' in item && item.level !== 'Note',
  )
}

function namesOf(names: readonly unknown[]): string[] {
  return names.filter((name) => typeof name === 'string')
}

function startOfInlineScript(text: string, module: string): number {
  for (const match of text.matchAll(/<wxs\b[^>]*>/g)) {
    if (new RegExp(`\\bmodule\\s*=\\s*["']${module.replaceAll('$', '\\$')}["']`).test(match[0]))
      return match.index + match[0].length
  }
  return 0
}
