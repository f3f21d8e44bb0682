import type { Build } from '@banyan/compiler'
import { openProject } from './project.ts'
import type { OnProgressUpdate, Project } from './project.ts'

/** `setting`, `robot` and `threads` of `miniprogram-ci` may be given and change nothing: `project.config.json` says how to compile. */
export interface UploadOptions {
  project: Project
  version: string
  desc?: string
  onProgressUpdate?: OnProgressUpdate
}

export interface UploadResult {
  /** `__FULL__` is all packages together, `__APP__` the main one. */
  subPackageInfo: readonly { name: string; size: number }[]
  pluginInfo: readonly never[]
}

/**
 * Compiles the project and uploads it as a version, as `upload` of `miniprogram-ci`; nobody gets it before it is published.
 * Fails with the codes of `banyan upload`: `build.failed`, `upload.tooLarge`, `release.versionTaken` …
 *
 * @example
 * await upload({ project, version: '1.2.0', desc: 'Faster search', onProgressUpdate: console.log })
 */
export async function upload({ project, version, desc, onProgressUpdate }: UploadOptions): Promise<UploadResult> {
  const { app, context } = await openProject(project, onProgressUpdate)
  const { makeArchive, storeArchive } = await import('../upload-build.ts')
  const archive = await makeArchive(project.projectPath, context)
  await storeArchive(archive, { ...app, version, description: desc }, context)
  return { subPackageInfo: sizesOf(archive.build), pluginInfo: [] }
}

/** Sizes of the packages of a build, in bytes. */
export function sizesOf({ manifest }: Build): UploadResult['subPackageInfo'] {
  const packages = manifest.packages.map(({ root, script, style }) => ({
    name: root === '' ? '__APP__' : `/${root.replace(/\/$/, '')}/`,
    size: script.sizeBytes + style.sizeBytes,
  }))
  return [{ name: '__FULL__', size: packages.reduce((sum, { size }) => sum + size, 0) }, ...packages]
}
