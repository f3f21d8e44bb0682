/** The pages of `docs/compat/` as text. */
import { componentSpecs } from '@banyan/contract/components'
import { wxFunctions } from '@banyan/contract/wx-api'
import { wxFunctionNotes } from '@banyan/contract/wx-api/notes'
import type { CaseFile } from '../run/load-cases.ts'
import { casesOfFunction, casesOfTag, countAttribute, countEvent, namedCases } from './coverage.ts'
import type { NamedCase } from './coverage.ts'
import { componentGroups, featureTitles, functionGroups, otherComponents, otherFunctions } from './groups.ts'
import type { Group } from './groups.ts'
import { indexPage, type Row } from './index-page.ts'
import { tableOf } from './table.ts'
import { languages, words, type Language } from './words.ts'

/** Path below `docs/compat/` -> text. */
export function writePages(files: readonly CaseFile[]): Map<string, string> {
  const all = namedCases(files)
  const pages = new Map<string, string>()
  pages.set(
    'README.md',
    `# ${words.title['zh-CN']} · ${words.title.en}\n\n- [中文](zh-CN/index.md)\n- [English](en/index.md)\n`,
  )
  for (const language of languages) {
    const add = (name: string, title: string, body: string[]) => {
      const back = `[${words.back[language]}](index.md)`
      pages.set(`${language}/${name}.md`, `${[`# ${title}`, back, ...body].join('\n\n')}\n`)
    }
    const components = complete(componentGroups, otherComponents, Object.keys(componentSpecs))
    const areas = [...new Set(Object.values(wxFunctions).map(({ area }) => area))]
    const functions = complete(functionGroups, otherFunctions, areas)
    const componentRows = components.map((group): Row => {
      add(`components-${group.page}`, group.title[language], componentPage(group, all, language))
      return { page: `components-${group.page}`, title: group.title[language], ...countComponents(group, all) }
    })
    const functionRows = functions.map((group): Row => {
      add(`api-${group.page}`, group.title[language], functionPage(group, all, language))
      return { page: `api-${group.page}`, title: group.title[language], ...countFunctions(group, all) }
    })
    add('framework', words.framework[language], frameworkPage(files, language))
    pages.set(`${language}/index.md`, indexPage({ language, componentRows, functionRows, all, files }))
  }
  return pages
}

/** The groups with what is in none of them at the end. */
function complete(groups: readonly Group[], rest: Omit<Group, 'members'>, names: readonly string[]): Group[] {
  const known = new Set(groups.flatMap(({ members }) => members))
  const members = names.filter((name) => !known.has(name))
  const listed = groups.map((group) => ({ ...group, members: group.members.filter((name) => names.includes(name)) }))
  return members.length === 0 ? listed : [...listed, { ...rest, members }]
}

function componentPage({ members }: Group, all: readonly NamedCase[], language: Language): string[] {
  return [words.common[language], ...members.flatMap((tag) => componentSection(tag, all, language))]
}

function componentSection(tag: string, all: readonly NamedCase[], language: Language): string[] {
  const spec = componentSpecs[tag]
  if (spec === undefined) return []
  const cases = casesOfTag(all, tag)
  const note = spec.note === undefined ? '' : ` ${language === 'en' ? spec.note.en : spec.note.zh}`
  const head = `**${words[spec.support][language]}** · ${words.cases[language]}: ${cases.length}.${note}`
  const attributes = Object.entries(spec.attributes).map(([name, kind]) => [
    `\`${name}\``,
    kind,
    String(countAttribute(cases, name)),
  ])
  const events = spec.events.map((name) => [`\`bind${name}\``, words.event[language], String(countEvent(cases, name))])
  const rows = [...attributes, ...events]
  const table =
    rows.length === 0
      ? []
      : [
          tableOf(
            [words.name, words.type, words.cases].map((each) => each[language]),
            rows,
          ),
        ]
  return [`## ${tag}`, head, ...table]
}

function functionPage({ members }: Group, all: readonly NamedCase[], language: Language): string[] {
  return members.flatMap((area) => {
    const rows = functionsOf(area).map((name) => [
      `\`wx.${name}\``,
      words[wxFunctions[name]?.support ?? 'soft'][language],
      String(casesOfFunction(all, name).length),
      noteOf(name, language),
    ])
    const heads = [words.name, words.support, words.cases, words.notes].map((each) => each[language])
    return [`## ${area}`, tableOf(heads, rows)]
  })
}

function noteOf(name: string, language: Language): string {
  const note = wxFunctions[name]?.note ?? wxFunctionNotes[name]
  const text = note === undefined ? '' : language === 'en' ? note.en : note.zh
  const scope = wxFunctions[name]?.scope
  return [text, scope === undefined ? '' : `\`${scope}\``].filter((part) => part !== '').join(' ')
}

function functionsOf(area: string): string[] {
  return Object.keys(wxFunctions)
    .filter((name) => wxFunctions[name]?.area === area)
    .toSorted()
}

function frameworkPage(files: readonly CaseFile[], language: Language): string[] {
  return files
    .filter(({ name }) => name.startsWith('framework/'))
    .flatMap(({ name, cases }) => {
      const thing = name.slice('framework/'.length)
      const sources = [...new Set(cases.map(({ source }) => source))].map(
        (url) => `[${words.wechat[language]}](${url})`,
      )
      return [
        `## ${featureTitles[thing]?.[language] ?? thing}`,
        `${words.cases[language]}: ${cases.length}. ${sources.join(' ')}`,
        cases.map(({ says }) => `- ${says}`).join('\n'),
      ]
    })
}

function countComponents({ members }: Group, all: readonly NamedCase[]): Pick<Row, 'counts' | 'cases'> {
  const count = (support: string) => members.filter((tag) => componentSpecs[tag]?.support === support).length
  const cases = new Set(members.flatMap((tag) => casesOfTag(all, tag)))
  return { counts: [count('real'), count('degraded'), count('inert')], cases: cases.size }
}

function countFunctions({ members }: Group, all: readonly NamedCase[]): Pick<Row, 'counts' | 'cases'> {
  const names = members.flatMap(functionsOf)
  const count = (support: string) => names.filter((name) => wxFunctions[name]?.support === support).length
  const cases = new Set(names.flatMap((name) => casesOfFunction(all, name)))
  return { counts: [count('real'), count('degraded'), count('soft')], cases: cases.size }
}
