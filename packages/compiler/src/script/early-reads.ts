/**
 * WeChat's "ES6 to ES5" makes `var` of `let` and `const`, so what is read before its line is `undefined` there and no error. Apps
 * that were only ever tried that way, often with modules that require each other, rely on it. Here the declarations that stand
 * directly in a module or a function become `var`; what lies in blocks and loops keeps its scope. Classes stay as they are.
 */
import { parseSync, Visitor, type Program } from 'oxc-parser'

/** WeChat leaves larger files as they are, too. */
const largestFile = 500 * 1024

interface Scope {
  readonly start: number
  readonly end: number
  readonly declarations: readonly Declaration[]
}

interface Declaration {
  readonly kind: string
  readonly start: number
  readonly names: readonly string[]
}

interface Mention {
  readonly name: string
  readonly at: number
}

/** Same length, so that columns in the source map stay right. A file that cannot be read is left for the compiler to complain about. */
export function allowEarlyReads(path: string, source: string): string {
  if (source.length > largestFile || !/\b(?:let|const)\b/.test(source)) return source
  const program = parse(path, source)
  if (program === undefined) return source
  const { scopes, written, inBlocks } = survey(program)
  const starts = scopes.flatMap((scope) => {
    const isIn = ({ at }: Mention) => at >= scope.start && at < scope.end
    const has = (mentions: readonly Mention[], names: readonly string[]) =>
      mentions.some((mention) => names.includes(mention.name) && isIn(mention))
    return scope.declarations.filter(
      // A constant that is written to must go on to fail, and a function in a block would be written to a `var` of its name.
      ({ kind, names }) => !(kind === 'const' && has(written, names)) && !has(inBlocks, names),
    )
  })
  let text = ''
  let at = 0
  for (const { start, kind } of starts.toSorted((a, b) => a.start - b.start)) {
    text += source.slice(at, start) + 'var'.padEnd(kind.length)
    at = start + kind.length
  }
  return text + source.slice(at)
}

/** As a module first; code from before modules may be what those forbid. */
function parse(path: string, source: string): Program | undefined {
  for (const sourceType of ['module', 'commonjs'] as const) {
    const { program, errors } = parseSync(path, source, { sourceType, showSemanticErrors: true })
    if (errors.length === 0) return program
  }
  return undefined
}

function survey(program: Program) {
  const scopes: Scope[] = [{ start: 0, end: program.end, declarations: declarationsOf(program.body) }]
  const written: Mention[] = []
  const inBlocks: Mention[] = []
  const bodies = new Set<number>()
  const enter = (node: { body: unknown; start: number; end: number }) => {
    const { body } = node
    if (!isBlock(body)) return
    bodies.add(body.start)
    scopes.push({ start: node.start, end: node.end, declarations: declarationsOf(body.body) })
  }
  const noteFunctions = (statements: readonly unknown[]) => {
    for (const statement of statements)
      if (isNode(statement) && statement.type === 'FunctionDeclaration') note(inBlocks, statement.id)
  }
  new Visitor({
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    BlockStatement: ({ start, body }) => void (bodies.has(start) || noteFunctions(body)),
    SwitchCase: ({ consequent }) => noteFunctions(consequent),
    IfStatement: ({ consequent, alternate }) => noteFunctions([consequent, alternate]),
    AssignmentExpression: ({ left }) => note(written, left),
    UpdateExpression: ({ argument }) => note(written, argument),
    ForInStatement: ({ left }) => note(written, left),
    ForOfStatement: ({ left }) => note(written, left),
  }).visit(program)
  return { scopes, written, inBlocks }
}

function declarationsOf(statements: readonly unknown[]): Declaration[] {
  return statements.flatMap((statement) => {
    if (!isNode(statement)) return []
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (!isNode(node) || node.type !== 'VariableDeclaration' || node.declare === true) return []
    const { kind, start } = node
    if (kind !== 'let' && kind !== 'const') return []
    const mentions: Mention[] = []
    note(mentions, node)
    const names = mentions.map(({ name }) => name)
    // `var arguments` would not hide what every function has under this name.
    return names.includes('arguments') ? [] : [{ kind, start, names }]
  })
}

/** The names that a pattern or a declaration binds. */
function note(mentions: Mention[], node: unknown): void {
  if (!isNode(node)) return
  if (node.type === 'Identifier' && typeof node.name === 'string') mentions.push({ name: node.name, at: node.start })
  for (const part of partsOf(node)) note(mentions, part)
}

function partsOf(node: SyntaxNode): readonly unknown[] {
  switch (node.type) {
    case 'VariableDeclaration':
      return listOf(node.declarations)
    case 'VariableDeclarator':
      return [node.id]
    case 'ObjectPattern':
      return listOf(node.properties)
    case 'Property':
      return [node.value]
    case 'ArrayPattern':
      return listOf(node.elements)
    case 'AssignmentPattern':
      return [node.left]
    case 'RestElement':
      return [node.argument]
    default:
      return []
  }
}

interface SyntaxNode extends Readonly<Record<string, unknown>> {
  readonly type: string
  readonly start: number
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function isBlock(value: unknown): value is { start: number; body: readonly unknown[] } {
  return isNode(value) && value.type === 'BlockStatement' && Array.isArray(value.body)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
