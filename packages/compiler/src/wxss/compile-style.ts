/** One style sheet with everything that it imports -> CSS for the page frames. */
import { transform as minify } from 'lightningcss'
import type { AtRule, Declaration, Root, Rule } from 'postcss'
import { isRelative, resolveFrom } from '../config/paths.ts'
import type { Task } from '../pack/traces.ts'
import { parseSheet } from './parse-sheet.ts'
import { loadSheet } from './preprocessors.ts'
import { SelectorRewriter, type SelectorScope } from './selectors.ts'
import { rewriteDeclaration, rewriteMediaQuery } from './declarations.ts'

export interface StyleRequest {
  /** Path of the source, with its extension. */
  readonly path: string
  /** Undefined for the sheets of the app and of pages, whose class names stand as written. */
  readonly scope: SelectorScope | undefined
  /** Directory of the mini-program on disk, where preprocessors look for their own imports. */
  readonly folder: string
}

export interface CompiledStyle {
  readonly css: string
  readonly marksNodes: boolean
  readonly marksHost: boolean
}

/** Browsers that the runtime supports, in lightningcss' form. */
const targets = { chrome: 80 << 16, safari: 14 << 16, ios_saf: 14 << 16, firefox: 90 << 16 }

export async function compileStyle(task: Task, request: StyleRequest): Promise<CompiledStyle> {
  const selectors = new SelectorRewriter(request.scope)
  const root = await readSheet({ task, request, selectors, importedBy: [] }, request.path)
  const css = root?.toString() ?? ''
  const { marksNodes, marksHost } = selectors
  if (task.input('mode') !== 'production') return { css, marksNodes, marksHost }
  return { css: minified(css, request.path), marksNodes, marksHost }
}

interface Reading {
  readonly task: Task
  readonly request: StyleRequest
  readonly selectors: SelectorRewriter
  readonly importedBy: readonly string[]
}

async function readSheet(reading: Reading, path: string): Promise<Root | undefined> {
  const { task, request, selectors } = reading
  const text = await loadSheet(task, path, request.folder)
  if (text === undefined) return undefined
  const root = parseSheet(task, path, text)
  const imports: AtRule[] = []
  root.walk((node) => {
    if (node.type === 'decl') {
      if (isHack(node)) node.remove()
      else rewriteDeclaration(task, path, text, node)
    } else if (node.type === 'rule') rewriteRule(node, selectors)
    else if (node.type === 'atrule') {
      if (node.name === 'import') imports.push(node)
      else if (node.name === 'media') node.params = rewriteMediaQuery(node.params)
      else if (node.name === 'charset') node.remove()
    }
  })
  for (const node of imports) await inlineImport(reading, path, text, node)
  return root
}

/** `*zoom: 1` of old times: no browser of ours reads it, and minifiers stumble over it. */
function isHack({ raws }: Declaration): boolean {
  return /[*_$]$/.test(raws.before ?? '')
}

function rewriteRule(rule: Rule, selectors: SelectorRewriter): void {
  const { parent } = rule
  if (
    parent?.type === 'atrule' &&
    'name' in parent &&
    typeof parent.name === 'string' &&
    parent.name.endsWith('keyframes')
  )
    return
  rule.selector = selectors.rewrite(rule.selector)
}

async function inlineImport(reading: Reading, path: string, text: string, node: AtRule): Promise<void> {
  const { task, importedBy } = reading
  const match = /^(?:url\(\s*)?(["']?)([^"')]*)\1\s*\)?\s*(.*)$/s.exec(node.params)
  const written = match?.[2]?.trim() ?? ''
  const place = { file: path, text, offset: offsetOfReference(node, text, written) }
  if (/^(https?:)?\/\//.test(written)) {
    task.report({
      severity: 'warning',
      code: 'wxss.importRemote',
      message: `@import of a remote sheet is not allowed: "${written}".`,
      ...place,
    })
    node.remove()
    return
  }
  const target = resolveImport(task, path, written)
  if (target === undefined) {
    task.report({
      severity: 'error',
      code: 'wxss.importMissing',
      message: `The style sheet "${written}" was not found.`,
      ...place,
    })
    node.remove()
    return
  }
  const chain = [...importedBy, path]
  const imported = chain.includes(target) ? undefined : await readSheet({ ...reading, importedBy: chain }, target)
  if (imported) node.replaceWith(imported.nodes)
  else node.remove()
}

function offsetOfReference(node: AtRule, text: string, written: string): number {
  const start = node.source?.start?.offset ?? 0
  const found = written === '' ? -1 : text.indexOf(written, start)
  return found === -1 ? start : found
}

const extensions = ['', '.wxss', '.less', '.scss', '.sass', '.css']

function resolveImport(task: Task, from: string, written: string): string | undefined {
  const direct = resolveFrom(from, written)
  const candidates = direct === undefined ? [] : extensions.map((extension) => direct + extension)
  // WeChat also finds a bare path from the root and in miniprogram_npm.
  if (!isRelative(written) && !written.startsWith('/'))
    candidates.push(
      ...extensions.map((extension) => written + extension),
      ...extensions.map((extension) => `miniprogram_npm/${written}${extension}`),
    )
  return candidates.find((candidate) => /\.(wxss|less|scss|sass|css)$/.test(candidate) && task.exists(candidate))
}

/** Where the minifier would leave out more than browsers do, a whole rule for one bad value, the sheet stays as it is. */
function minified(css: string, path: string): string {
  try {
    const { code, warnings } = minify({
      filename: path,
      code: Buffer.from(css),
      minify: true,
      errorRecovery: true,
      targets,
    })
    return warnings.length > 0 ? css : Buffer.from(code).toString()
  } catch {
    return css
  }
}
