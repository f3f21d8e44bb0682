/** Reads the cases of `cases/<area>/<thing>.ts` and checks what their type cannot say. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Case } from '../case.ts'

export interface CaseFile {
  /** `components/view`. */
  name: string
  cases: readonly Case[]
}

const folder = join(import.meta.dirname, '..', 'cases')

/** `only`: area, file or case, `components/view/hover-class`; empty for all. */
export async function loadCases(only: readonly string[] = []): Promise<CaseFile[]> {
  const entries = await readdir(folder, { recursive: true })
  const names = entries
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length).replaceAll('\\', '/'))
  const files: CaseFile[] = []
  for (const name of names.toSorted()) {
    if (!isWanted(name, only)) continue
    const { cases } = await import(join(folder, `${name}.ts`))
    if (!isCaseList(cases)) throw new Error(`${name}: it must export a list "cases"`)
    checkCases(name, cases)
    const wanted = cases.filter(({ id }) => only.length === 0 || only.some((each) => isInside(`${name}/${id}`, each)))
    if (wanted.length > 0) files.push({ name, cases: wanted })
  }
  return files
}

function isWanted(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((each) => isInside(name, each) || isInside(each, name))
}

function isInside(path: string, folderPath: string): boolean {
  const wanted = folderPath.replace(/\/$/, '')
  return path === wanted || path.startsWith(`${wanted}/`)
}

function isCaseList(value: unknown): value is readonly Case[] {
  return Array.isArray(value)
}

function checkCases(file: string, cases: readonly Case[]): void {
  const seen = new Set<string>()
  for (const { id, says, source, steps, query } of cases) {
    const fail = (what: string) => {
      throw new Error(`${file}/${id}: ${what}`)
    }
    if (!/^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/.test(id)) fail('the id is not of letters, digits and dashes')
    if (seen.has(id)) fail('there is another case of this id in the file')
    seen.add(id)
    if (says.length < 15 || !/[.!?。]$/.test(says)) fail('"says" is one whole sentence')
    if (!/^https:\/\/(developers\.weixin\.qq\.com|github\.com\/wechat-miniprogram)\//.test(source))
      fail('"source" is a page of WeChat')
    if (query?.startsWith('?') === true) fail('"query" has no question mark')
    if (!steps.some((step) => !isAction(step))) fail('it expects nothing')
  }
}

const actions = new Set(
  'tap doubleTap longpress touch release swipe drag mouse pen type key scroll back tapHost typeHost tapTab tapCapsule chooseFiles open reload background resize scheme online clearLog pause'.split(
    ' ',
  ),
)

/** Its first key says what a step is. */
export function isAction(step: object): boolean {
  return actions.has(Object.keys(step)[0] ?? '')
}
