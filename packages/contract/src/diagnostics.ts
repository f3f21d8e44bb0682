/** What the compiler, the upload checks and the development server say about a file. */
export interface Diagnostic {
  severity: 'error' | 'warning'
  /** Stable, for documentation and suppression: `wxml.syntax`, `config.pageMissing`. */
  code: string
  message: string
  /** Relative to the project root, with forward slashes. */
  file: string
  /** Both count from 1. Absent when the diagnostic is about the file as a whole. */
  line?: number
  column?: number
  /** A few source lines around the place, with a caret. */
  frame?: string
  /** What to do about it. */
  hint?: string
}
