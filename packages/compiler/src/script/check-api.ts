/** Warnings about functions of `wx` that exist and always fail here, from the table that the documentation is made of. */
import { wxFunctions } from '@banyan/contract/wx-api'
import type { Finding } from '../diagnostics.ts'

/** `code` is the compiled source: what is not in it stood in a comment, or in a branch that is never taken. */
export function checkApi(path: string, source: string, code: string): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const match of source.matchAll(/(?<![\w$.])wx\.([A-Za-z]\w*)/g)) {
    const name = match[1] ?? ''
    if (seen.has(name) || !Object.hasOwn(wxFunctions, name) || isInLineComment(source, match.index)) continue
    seen.add(name)
    const { support, note } = wxFunctions[name] ?? {}
    if (support !== 'soft' || !code.includes(`wx.${name}`)) continue
    const message = `wx.${name} is not available here: it calls fail with "not supported".`
    const finding: Finding = {
      severity: 'warning',
      code: 'script.apiUnsupported',
      message,
      file: path,
      text: source,
      offset: match.index,
    }
    findings.push(note ? { ...finding, hint: note.en } : finding)
  }
  return findings
}

function isInLineComment(source: string, offset: number): boolean {
  const start = source.lastIndexOf('\n', offset) + 1
  return /(?:^|[^:])\/\/|^\s*\*/.test(source.slice(Math.max(start, offset - 200), offset))
}
