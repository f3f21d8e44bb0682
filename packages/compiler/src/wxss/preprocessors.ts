/** Less and Sass sources become CSS; their own imports count as dependencies. The libraries are loaded when first needed. */
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Task } from '../pack/traces.ts'

/** Undefined when the file does not exist or could not be compiled. */
export async function loadSheet(task: Task, path: string, folder: string): Promise<string | undefined> {
  const file = task.read(path)
  if (!file) return undefined
  if (path.endsWith('.less')) return compileLess(task, path, file.text(), folder)
  if (/\.s[ac]ss$/.test(path)) return compileSass(task, path, file.text(), folder)
  return file.text()
}

async function compileLess(task: Task, path: string, text: string, folder: string): Promise<string | undefined> {
  const { default: less } = await import('less')
  try {
    const { css, imports } = await less.render(text, {
      filename: join(folder, path),
      paths: [folder],
      javascriptEnabled: false,
    })
    for (const imported of imports) noteDependency(task, folder, imported)
    return css
  } catch (error) {
    if (!isLessError(error)) return reportFailure(task, path, text, error)
    const inside = insideOf(folder, error.filename ?? join(folder, path)) ?? path
    const source = task.read(inside)?.text() ?? text
    task.report({
      severity: 'error',
      code: 'wxss.less',
      message: error.message,
      file: inside,
      text: source,
      line: error.line ?? 1,
      column: (error.column ?? 0) + 1,
    })
    return undefined
  }
}

async function compileSass(task: Task, path: string, text: string, folder: string): Promise<string | undefined> {
  const sass = await import('sass')
  const source = text.replace(/@import\s+(["'])([^"']+\.wxss)\1/g, '@import url("$2")')
  try {
    const { css, loadedUrls } = sass.compileString(source, {
      url: pathToFileURL(join(folder, path)),
      loadPaths: [folder],
      syntax: path.endsWith('.sass') ? 'indented' : 'scss',
      logger: sass.Logger.silent,
    })
    for (const url of loadedUrls) if (url.protocol === 'file:') noteDependency(task, folder, fileURLToPath(url))
    return css
  } catch (error) {
    if (!(error instanceof sass.Exception)) return reportFailure(task, path, text, error)
    const { span } = error
    const inside = (span.url && insideOf(folder, fileURLToPath(span.url))) ?? path
    const place = {
      file: inside,
      text: task.read(inside)?.text() ?? text,
      line: span.start.line + 1,
      column: span.start.column + 1,
    }
    task.report({ severity: 'error', code: 'wxss.sass', message: error.sassMessage, ...place })
    return undefined
  }
}

function reportFailure(task: Task, path: string, text: string, error: unknown): undefined {
  const message = `The style sheet could not be compiled: ${error instanceof Error ? error.message : String(error)}`
  task.report({ severity: 'error', code: 'wxss.compiler', message, file: path, text, line: 1, column: 1 })
}

interface LessError {
  readonly message: string
  readonly line?: number
  readonly column?: number
  readonly filename?: string
}

function isLessError(error: unknown): error is LessError {
  return typeof error === 'object' && error !== null && 'message' in error && 'line' in error
}

function noteDependency(task: Task, folder: string, absolute: string): void {
  const inside = insideOf(folder, absolute)
  if (inside !== undefined) task.read(inside)
}

function insideOf(folder: string, absolute: string): string | undefined {
  const path = relative(folder, absolute).split(sep).join('/')
  return path.startsWith('../') ? undefined : path
}
