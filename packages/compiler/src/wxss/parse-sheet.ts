/** CSS as people write it: what a browser would skip is skipped with a warning, what loses rules is an error. */
import { CssSyntaxError, parse, type Root } from 'postcss'
import parseSafely from 'postcss-safe-parser'
import type { Task } from '../pack/traces.ts'

export function parseSheet(task: Task, path: string, text: string): Root {
  const css = blankLineComments(text)
  try {
    return parse(css)
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const isLoss = error.reason.startsWith('Unclosed')
    task.report({
      severity: isLoss ? 'error' : 'warning',
      code: 'wxss.syntax',
      message: `${error.reason}.`,
      file: path,
      text,
      line: error.line,
      column: error.column,
    })
    const root = parseSafely(css)
    if (root.type !== 'root') return parse('')
    // The safe parser keeps stray braces as blanks, so that it could print what it read.
    root.raws.after = ''
    root.walk((node) => {
      node.raws.before = node.raws.before?.replaceAll('}', '') ?? ''
    })
    return root
  }
}

/** Lines that start with `//` are comments to whoever wrote them; to CSS they would swallow the next rule. */
function blankLineComments(text: string): string {
  const css = text.replace(/^\uFEFF/, ' ')
  return css.includes('//') ? css.replace(/^[ \t]*\/\/.*$/gm, (line) => ' '.repeat(line.length)) : css
}
