/** The style sheets of the app, its pages and its components. */
import { createHash } from 'node:crypto'
import { styleKeyOfApp } from '@banyan/contract/package-format'
import type { ProjectFiles } from '../pack/project-files.ts'
import type { Results, Task } from '../pack/traces.ts'
import { compileStyle, type CompiledStyle } from './compile-style.ts'
import type { SelectorScope } from './selectors.ts'

export interface StyleOwner {
  /** Path of the page or component. */
  readonly path: string
  readonly isPage: boolean
  readonly styleIsolation: string | undefined
}

export interface StylesRequest {
  readonly files: ProjectFiles
  readonly cache: Results<CompiledStyle>
  /** Sheets that stand before the app's own. */
  readonly extendedSheets: readonly string[]
  readonly owners: readonly StyleOwner[]
}

/** Style key -> sheet; keys without a sheet are absent. */
export async function compileStyles(request: StylesRequest): Promise<Map<string, CompiledStyle>> {
  const { files, cache, extendedSheets, owners } = request
  const compileSheet = (path: string, scope?: SelectorScope) => {
    const compute = (task: Task) => compileStyle(task, { path, scope, folder: files.folder })
    return cache.run(path, compute, `|${scope?.name ?? ''}|${scope?.isShared ?? false}`)
  }
  const compileApp = async (): Promise<[string, CompiledStyle][]> => {
    const own = sheetOf(files, 'app')
    const sheets = own === undefined ? extendedSheets : [...extendedSheets, own]
    const styles = await Promise.all(sheets.map((path) => compileSheet(path)))
    const css = styles.map((style) => style.css).join('\n')
    return sheets.length === 0 ? [] : [[styleKeyOfApp, { css, marksNodes: false, marksHost: false }]]
  }
  const compileOwner = async ({ path, isPage, styleIsolation }: StyleOwner): Promise<[string, CompiledStyle][]> => {
    const sheet = sheetOf(files, path)
    if (sheet === undefined) return []
    const scope = isPage ? undefined : { name: scopeOf(path), isShared: styleIsolation === 'shared' }
    return [[path, await compileSheet(sheet, scope)]]
  }
  const entries = await Promise.all([compileApp(), ...owners.map(compileOwner)])
  return new Map(entries.flat())
}

/** Short, the same on every machine, and different for every component of an app. */
export function scopeOf(path: string): string {
  return `c${BigInt(`0x${createHash('sha256').update(path).digest('hex').slice(0, 10)}`)
    .toString(36)
    .padStart(8, '0')}`
}

function sheetOf(files: ProjectFiles, path: string): string | undefined {
  return ['.wxss', '.less', '.scss', '.sass']
    .map((extension) => path + extension)
    .find((candidate) => files.get(candidate) !== undefined)
}
