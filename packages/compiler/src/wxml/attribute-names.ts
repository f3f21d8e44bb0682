/** WeChat takes `formType` for `form-type`. */
import { componentSpecs } from '@banyan/contract/components'

export const tagPattern = /<([a-z][\w-]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?)*)\s*\/?>/g
const camelName = /(\s)([a-z]+(?:[A-Z][a-z]*)+)(?=\s*=)/g

/** The names of built-in tags' attributes as the table has them. */
export function nameAttributes(text: string): string {
  return text.replace(tagPattern, (match: string, tag: string) => {
    const spec = Object.hasOwn(componentSpecs, tag) ? componentSpecs[tag] : undefined
    if (!spec) return match
    return match.replace(camelName, (written: string, blank: string, name: string) => {
      const kebab = kebabName(name)
      return Object.hasOwn(spec.attributes, kebab) && !Object.hasOwn(spec.attributes, name) ? blank + kebab : written
    })
  })
}

export function kebabName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
