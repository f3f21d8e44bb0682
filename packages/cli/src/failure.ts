/** A failure that is the user's to solve: what happened, and what to do about it. Ends the command with `exitCode`. */
export class Failure extends Error {
  override readonly name = 'Failure'
  /** Stable, for `--json`. */
  readonly code: string
  readonly hint: string | undefined
  readonly exitCode: 1 | 2 | 3
  /** More for `--json`. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, options: FailureOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.hint = options.hint
    this.exitCode = options.exitCode ?? 1
    this.details = options.details ?? {}
  }
}

interface FailureOptions {
  hint?: string
  exitCode?: 1 | 2 | 3
  details?: Readonly<Record<string, unknown>>
  cause?: unknown
}
