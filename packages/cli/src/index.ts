/**
 * The `banyan` command, and what it does as functions with the shapes of WeChat's `miniprogram-ci`. Everything that the command prints goes
 * through `terminal.ts`; the functions print nothing, but tell `onProgressUpdate`.
 */
export { runCli } from './run-cli.ts'
export { Failure } from './failure.ts'
export { packNpm } from './ci/pack-npm.ts'
export type { PackNpmWarning } from './ci/pack-npm.ts'
export { preview } from './ci/preview.ts'
export type { PreviewOptions, PreviewResult } from './ci/preview.ts'
export { Project } from './ci/project.ts'
export type { OnProgressUpdate, ProjectOptions } from './ci/project.ts'
export { getDevSourceMap } from './ci/source-maps.ts'
export type { SourceMapOptions } from './ci/source-maps.ts'
export { upload } from './ci/upload.ts'
export type { UploadOptions, UploadResult } from './ci/upload.ts'
