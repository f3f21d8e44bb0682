/**
 * The compiler: the folder of a mini-program in, a build in the contract's package format out.
 * It reads the project's files and nothing else, and writes nothing.
 */
export { createCompiler } from './compiler.ts'
export type { Build, BuildProject, BuildStats, Compiler, CompilerOptions } from './compiler.ts'
export { packArchive } from './pack/archive.ts'
export type { ArchiveContents } from './pack/archive.ts'
export { formatDiagnostic } from './diagnostics.ts'
export type { Diagnostic } from '@banyan/contract/diagnostics'
