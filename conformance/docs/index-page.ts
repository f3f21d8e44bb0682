/** The index: counts of everything, and what an engine cannot show. */
import { engineNames } from '../../tests/support/engines/launch.ts'
import type { CaseFile } from '../run/load-cases.ts'
import type { NamedCase } from './coverage.ts'
import { tableOf } from './table.ts'
import { words, type Language } from './words.ts'

export interface Row {
  page: string
  title: string
  /** Real, degraded, and neither. */
  counts: readonly number[]
  cases: number
}

export interface IndexOptions {
  language: Language
  componentRows: readonly Row[]
  functionRows: readonly Row[]
  all: readonly NamedCase[]
  files: readonly CaseFile[]
}

export function indexPage({ language, componentRows, functionRows, all, files }: IndexOptions): string {
  const say = (name: keyof typeof words) => words[name][language]
  const link = ({ page, title }: Row) => `[${title}](${page}.md)`
  const table = (rows: readonly Row[], last: 'inert' | 'soft') =>
    tableOf(
      [say('group'), say('real'), say('degraded'), say(last), say('cases')],
      rows.map((row) => [link(row), ...row.counts.map(String), String(row.cases)]),
    )
  const features = files.filter(({ name }) => name.startsWith('framework/'))
  const featureCases = features.reduce((sum, { cases }) => sum + cases.length, 0)
  return `${[
    `# ${say('title')}`,
    say('intro'),
    say('supportMeans'),
    `## ${say('components')}`,
    table(componentRows, 'inert'),
    `## ${say('functions')}`,
    table(functionRows, 'soft'),
    `## ${say('framework')}`,
    tableOf(
      [say('group'), say('feature'), say('cases')],
      [[`[${say('framework')}](framework.md)`, String(features.length), String(featureCases)]],
    ),
    `## ${say('engines')}`,
    enginesTable(all, language),
    say('asksMean'),
    ...exceptions(all, language),
  ].join('\n\n')}\n`
}

function enginesTable(all: readonly NamedCase[], language: Language): string {
  const titles = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }
  const rows = engineNames.map((engine) => {
    const asked = all.filter(({ case: each }) => each.except?.[engine] === undefined).length
    return [titles[engine], `${asked} / ${all.length}`]
  })
  return tableOf([words.engines[language], words.asksOf[language]], rows)
}

function exceptions(all: readonly NamedCase[], language: Language): string[] {
  const rows = all.flatMap(({ file, case: each }) =>
    Object.entries(each.except ?? {}).map(([engine, reason]) => [`${file}/${each.id}`, engine, reason]),
  )
  if (rows.length === 0) return []
  const heads = [words.cases[language], words.engines[language], words.reason[language]]
  return [`### ${words.differences[language]}`, tableOf(heads, rows)]
}
