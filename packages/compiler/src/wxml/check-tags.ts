/** Warnings about built-in tags and attributes, from the table that the documentation is made of. */
import { componentSpecs } from '@banyan/contract/components'
import type { Finding } from '../diagnostics.ts'
import { kebabName, tagPattern } from './attribute-names.ts'
import { blankComments } from './references.ts'

const attribute = /([^\s=>/"']+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?/g

/** Common to all tags; names with a colon or a prefix are directives, events and data. */
const isCommon =
  /^(id|class|style|hidden|slot|is|name|data-.*|aria-.*|role|tabindex|bind.*|catch.*|.*:.*|generic.*|animation|hover-.*)$/

export function checkTags(text: string, path: string): Finding[] {
  const findings: Finding[] = []
  const bare = blankWxs(blankComments(text))
  for (const match of bare.matchAll(tagPattern)) {
    const name = match[1] ?? ''
    const spec = Object.hasOwn(componentSpecs, name) ? componentSpecs[name] : undefined
    if (!spec) continue
    const place = { severity: 'warning' as const, file: path, text }
    if (spec.support === 'inert') {
      findings.push({
        ...place,
        code: 'wxml.tagUnsupported',
        message: `<${name}> is shown but does nothing yet.`,
        offset: match.index + 1,
      })
      continue
    }
    const start = match.index + 1 + name.length
    for (const written of (match[2] ?? '').matchAll(attribute)) {
      const key = kebabName(written[1] ?? '')
      if (isCommon.test(key) || Object.hasOwn(spec.attributes, key) || Object.keys(spec.attributes).length === 0)
        continue
      const offset = start + written.index
      findings.push({
        ...place,
        code: 'wxml.attributeUnsupported',
        message: `<${name}> has no attribute "${written[1]}".`,
        offset,
      })
    }
  }
  return findings
}

function blankWxs(text: string): string {
  return text.replace(/<wxs\b[^>]*>[\s\S]*?<\/wxs>/g, (script) => script.replace(/[^\n]/g, ' '))
}
