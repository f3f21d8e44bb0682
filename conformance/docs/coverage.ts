/** Which cases are about what: by the file they stand in, by what they say they cover, and by what they use. */
import { componentSpecs } from '@banyan/contract/components'
import type { Case } from '../case.ts'
import type { CaseFile } from '../run/load-cases.ts'

export interface NamedCase {
  file: string
  case: Case
  /** All sources of the case. */
  text: string
}

export function namedCases(files: readonly CaseFile[]): NamedCase[] {
  return files.flatMap(({ name, cases }) => cases.map((each) => ({ file: name, case: each, text: textOf(each) })))
}

/** Used by most cases only to have something on the page. */
const everywhere = new Set(['view', 'text', 'block', 'button', 'image', 'input'])

export function casesOfTag(all: readonly NamedCase[], tag: string): NamedCase[] {
  const use = new RegExp(`<${tag}[\\s/>]`)
  return all.filter(
    ({ file, case: each, text }) =>
      tagOfFile(file) === tag || each.covers?.includes(tag) === true || (!everywhere.has(tag) && use.test(text)),
  )
}

export function casesOfFunction(all: readonly NamedCase[], name: string): NamedCase[] {
  const use = new RegExp(`\\bwx\\.${name}\\b`)
  return all.filter(({ case: each, text }) => use.test(text) || each.covers?.includes(`wx.${name}`) === true)
}

export function countAttribute(cases: readonly NamedCase[], name: string): number {
  const use = new RegExp(`\\s(?:model:)?${name}(?=[=\\s/>])`)
  return cases.filter(({ text }) => use.test(text)).length
}

export function countEvent(cases: readonly NamedCase[], name: string): number {
  const use = new RegExp(`(?:bind|catch):?${name}(?=[=\\s/>])`)
  return cases.filter(({ text }) => use.test(text)).length
}

/** `components/scroll-view-refresher` is about `scroll-view`. */
function tagOfFile(file: string): string | undefined {
  if (!file.startsWith('components/')) return undefined
  const thing = file.slice('components/'.length)
  return Object.keys(componentSpecs)
    .filter((tag) => thing === tag || thing.startsWith(`${tag}-`))
    .toSorted((a, b) => b.length - a.length)[0]
}

function textOf({ wxml, js = '', files = {}, app }: Case): string {
  return [wxml, js, app?.js ?? '', ...Object.values(files)].join('\n')
}
