/** Diagnostics of one build that no single file's result holds. */
import type { Diagnostic } from '@banyan/contract/diagnostics'
import { diagnose, type Finding } from '../diagnostics.ts'
import type { FileView } from './traces.ts'

export class Report {
  readonly diagnostics: Diagnostic[] = []
  readonly #files: FileView

  constructor(files: FileView) {
    this.#files = files
  }

  readonly add = (finding: Finding): void => {
    const file = this.#files.get(finding.file)
    this.diagnostics.push(
      diagnose({ ...finding, file: file?.shownAs ?? finding.file, text: finding.text ?? file?.text() }),
    )
  }
}
