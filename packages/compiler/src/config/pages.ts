/** `pages` and `subPackages` of app.json: routes, their places in the file, and whether their files exist. */
import type { SubPackageConfig } from '@banyan/contract/package-format'
import type { ReportAt } from './report-at.ts'
import { isObject, type JsonFile } from './json-file.ts'
import { normalizePath } from './paths.ts'
import type { Task } from '../pack/traces.ts'

export interface PageDeclarations {
  readonly pages: readonly string[]
  /** Route -> where app.json declares it. */
  readonly places: ReadonlyMap<string, readonly (string | number)[]>
  readonly subPackages: readonly SubPackageConfig[]
}

export function readPages(json: JsonFile, task: Task, report: ReportAt): PageDeclarations {
  const places = new Map<string, readonly (string | number)[]>()
  const addPage = (written: unknown, prefix: string, location: readonly (string | number)[]): string | undefined => {
    const route = typeof written === 'string' ? normalizePath(prefix + written) : undefined
    if (route === undefined || route === '') {
      report('config.pagePath', `${JSON.stringify(written)} is not a page path.`, location)
      return undefined
    }
    if (places.has(route)) {
      report('config.pageTwice', `The page "${route}" is declared twice.`, location, 'warning')
      return undefined
    }
    places.set(route, location)
    if (!hasPageFiles(route, task)) report('config.pageMissing', `The page "${route}" has no files.`, location)
    return route
  }
  const { value } = json
  const main = listOf(value.pages, 'pages', report)
  const pages = main.map((page, index) => addPage(page, '', ['pages', index])).filter((route) => route !== undefined)
  if (value.pages === undefined) report('config.pagesMissing', 'app.json declares no pages.', [])
  else if (pages.length === 0 && main.length === 0)
    report('config.pagesMissing', 'app.json declares no pages.', ['pages'])
  const subPackages = readSubPackages(json, addPage, report)
  // A page that lies in a sub-package's folder but is declared as a main one belongs to the sub-package, as in WeChat's tool.
  return { pages: [...pages, ...subPackages.flatMap((item) => item.pages)], places, subPackages }
}

type AddPage = (written: unknown, prefix: string, location: readonly (string | number)[]) => string | undefined

function readSubPackages({ value }: JsonFile, addPage: AddPage, report: ReportAt): SubPackageConfig[] {
  const key = value.subPackages === undefined ? 'subpackages' : 'subPackages'
  const result: SubPackageConfig[] = []
  listOf(value[key], key, report).forEach((item, index) => {
    if (!isObject(item)) return report('config.type', 'A sub-package must be an object.', [key, index])
    const path = typeof item.root === 'string' ? normalizePath(item.root) : undefined
    if (!path) return report('config.subPackageRoot', 'A sub-package needs a "root".', [key, index, 'root'])
    const root = `${path}/`
    const clash = result.find((other) => other.root.startsWith(root) || root.startsWith(other.root))
    if (clash)
      return report('config.subPackageRoot', `The sub-package "${root}" overlaps with "${clash.root}".`, [
        key,
        index,
        'root',
      ])
    const written = listOf(item.pages, 'pages', report, [key, index, 'pages'])
    const pages = written
      .map((page, at) => addPage(page, root, [key, index, 'pages', at]))
      .filter((route) => route !== undefined)
    result.push({
      root,
      ...(typeof item.name === 'string' ? { name: item.name } : {}),
      pages,
      independent: item.independent === true,
    })
  })
  return result
}

function listOf(
  value: unknown,
  name: string,
  report: ReportAt,
  location: readonly (string | number)[] = [name],
): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  report('config.type', `"${name}" must be an array.`, location)
  return []
}

function hasPageFiles(route: string, task: Task): boolean {
  return ['.wxml', '.js', '.ts', '.json'].some((extension) => task.exists(route + extension))
}
