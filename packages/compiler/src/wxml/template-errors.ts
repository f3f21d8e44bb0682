/** The template compiler's findings in our codes and words. */
interface CompilerError {
  readonly code: number
  readonly level: string
  readonly message: string
  readonly startColumn: number
}

const incompleteTag = 65542
const invalidAttributeName = 65546
const missingEndTag = 65543
const invalidEndTag = 65567
const illegalEntity = 65541
const emptyExpression = 65566
const childrenNotAllowed = 65557

export function severityOf({ code, level, startColumn }: CompilerError, line: string): 'error' | 'warning' {
  if (code === invalidAttributeName && line[startColumn] === '<') return 'error'
  if (code === missingEndTag || code === invalidEndTag) return 'error'
  // An unknown entity is shown as it is written, content of a slot or an include is left out: in WeChat too.
  if (code === illegalEntity || code === childrenNotAllowed) return 'warning'
  return level === 'Warn' ? 'warning' : 'error'
}

export function wordingOf(
  { code, message, startColumn }: CompilerError,
  line: string,
): { code: string; message: string; hint?: string } {
  const rest = line.slice(startColumn)
  switch (code) {
    case missingEndTag:
      return { code: 'wxml.endTag', message: `<${/^[\w:.-]*/.exec(rest)?.[0] ?? ''}> has no end tag.` }
    case invalidEndTag:
      return { code: 'wxml.endTag', message: `${/^[^>]*>?/.exec(rest)?.[0] ?? ''} closes nothing.` }
    case emptyExpression:
      return { code: 'wxml.emptyExpression', message: 'The expression is empty.' }
    case 65538:
      return {
        code: 'wxml.expression',
        message: `Unexpected character in an expression${quoted(rest)}.`,
        hint: hintFor(line, startColumn),
      }
    case 65540:
      return { code: 'wxml.expressionEnd', message: 'The expression has no end: }} is missing.' }
    case incompleteTag:
      return { code: 'wxml.tagEnd', message: 'The tag has no end: > is missing.' }
    case invalidAttributeName:
      return rest.startsWith('<')
        ? { code: 'wxml.tagEnd', message: 'The tag before this one has no end: > is missing.' }
        : { code: 'wxml.attributeName', message: `"${rest.slice(0, 1)}" cannot stand in an attribute name.` }
    case 65548:
      return misplacedAttribute(/^[^\s=>/]*/.exec(rest)?.[0] ?? '')
    case 65549:
      return { code: 'wxml.attributeTwice', message: 'The attribute is given twice; the first one counts.' }
    case childrenNotAllowed:
      return { code: 'wxml.content', message: 'Content is not allowed here and is left out.' }
    case 65563:
      return { code: 'wxml.sourceMissing', message: 'src is missing.' }
    default:
      return { code: 'wxml.syntax', message: `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.` }
  }
}

function misplacedAttribute(name: string): { code: string; message: string; hint?: string } {
  const finding = { code: 'wxml.attribute', message: `The attribute "${name}" has no meaning here.` }
  return name.startsWith('wx:el')
    ? { ...finding, hint: 'wx:elif and wx:else must follow directly after wx:if.' }
    : finding
}

function quoted(rest: string): string {
  const first = rest.slice(0, 1)
  return first === '' ? '' : ` "${first}"`
}

function hintFor(line: string, column: number): string {
  const near = line.slice(Math.max(0, column - 2), column + 2)
  if (near.includes('?.'))
    return 'Optional chaining is not part of WXML expressions; compute the value in the script or in wxs.'
  if (near.includes('`')) return 'Template literals are not part of WXML expressions; join texts with +.'
  if (near.includes('=>')) return 'Functions cannot be written in WXML; use wxs.'
  return 'WXML expressions know operators, member access, calls of wxs functions, arrays and objects.'
}
