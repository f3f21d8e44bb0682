/** The style sheets of the app, its pages and its components. */
import { createHash } from 'node:crypto'
import { styleKeyOfApp } from '@banyan/contract/package-format'
import type { ProjectFiles } from '../pack/project-files.ts'
import type { Results, Task } from '../pack/traces.ts'
import { compileStyle, type CompiledStyle } from './compile-style.ts'

export interface StyleOwner {
  /** Path of the page or component. */
  readonly path: string
  readonly isPage: boolean
  readonly styleIsolation: string | undefined
}

/** Style key -> sheet; keys without a sheet are absent. */
export async function compileStyles(
  files: ProjectFiles,
  cache: Results<CompiledStyle>,
  owners: readonly StyleOwner[],
): Promise<Map<string, CompiledStyle>> {
  const requests = [
    { path: styleKeyOfApp, source: 'app', isPage: true, styleIsolation: undefined },
    ...owners.map((owner) => ({ ...owner, source: owner.path })),
  ]
  const results = await Promise.all(
    requests.map(async ({ path, source, isPage, styleIsolation }): Promise<[string, CompiledStyle] | undefined> => {
      const sheet = sheetOf(files, source)
      if (sheet === undefined) return undefined
      const isShared = styleIsolation === 'shared'
      const scope = isPage ? undefined : { name: scopeOf(path), isShared }
      const variant = `|${scope?.name ?? ''}|${isShared}`
      const compute = (task: Task) => compileStyle(task, { path: sheet, scope, folder: files.folder })
      const style = await cache.run(sheet, compute, variant)
      return [path, style]
    }),
  )
  return new Map(results.filter((result) => result !== undefined))
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
