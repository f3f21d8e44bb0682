/** What a template refers to: imported and included templates, wxs files, and every word that could be a tag. */
import { resolveFrom } from '../config/paths.ts'

export interface TemplateReference {
  /** As written. */
  readonly written: string
  /** Path without extension, or undefined when it leaves the mini-program. */
  readonly path: string | undefined
  readonly offset: number
}

export function findReferences(
  text: string,
  from: string,
): { imports: TemplateReference[]; scripts: TemplateReference[] } {
  const imports: TemplateReference[] = []
  const scripts: TemplateReference[] = []
  const bare = blankComments(text)
  for (const match of bare.matchAll(/<(import|include|wxs)\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const written = match[2] ?? match[3] ?? ''
    if (written === '' || written.includes('{{')) continue
    const offset = match.index + match[0].length - written.length - 1
    if (match[1] === 'wxs') scripts.push({ written, path: resolveFrom(from, written.replace(/\.wxs$/, '')), offset })
    else imports.push({ written, path: resolveFrom(from, written.replace(/\.wxml$/, '')), offset })
  }
  return { imports, scripts }
}

export function wordsOf(text: string): Set<string> {
  return new Set(blankComments(text).match(/[A-Za-z_][\w.-]*/g))
}

/** Comments as spaces, so that offsets stay. */
export function blankComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '))
}
