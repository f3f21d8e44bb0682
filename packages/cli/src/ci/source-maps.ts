import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Failure } from '../failure.ts'
import { contextOf } from './project.ts'
import type { OnProgressUpdate, Project } from './project.ts'

export interface SourceMapOptions {
  project: Project
  /** The zip file to write: `./sourcemap.zip`. */
  sourceMapSavePath: string
  onProgressUpdate?: OnProgressUpdate
}

/**
 * Writes the source maps of the project as it lies there, as a zip. The same sources give the same build, so these are the maps of the
 * version that was uploaded from them; `miniprogram-ci` fetches those of the last upload.
 *
 * @example
 * await getDevSourceMap({ project, sourceMapSavePath: './sourcemap.zip' })
 */
export async function getDevSourceMap(options: SourceMapOptions): Promise<void> {
  const { project, sourceMapSavePath, onProgressUpdate } = options
  const context = contextOf(project, onProgressUpdate)
  const [{ compileForRelease, requireNoErrors }, { zipSync }] = await Promise.all([
    import('../compile.ts'),
    import('fflate'),
  ])
  const build = await compileForRelease(project.projectPath, context)
  requireNoErrors(build, context.environment.locale)
  const maps = [...build.sourceMaps].map(([path, map]) => [path, map] as const)
  if (maps.length === 0) throw new Failure('sourceMap.none', 'The build has no source maps')
  const target = resolve(sourceMapSavePath)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, zipSync(Object.fromEntries(maps)))
}
