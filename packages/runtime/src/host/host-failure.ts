/** A refusal in WeChat's words, without the function's name: `fail cancel`. */
export class HostFailure extends Error {
  readonly reason: string
  readonly errno: number | undefined
  /** Older functions number their errors by this name. */
  readonly errCode: number | undefined
  constructor(reason: string, errno?: number, errCode?: number) {
    super(reason)
    this.name = 'HostFailure'
    this.reason = reason
    this.errno = errno
    this.errCode = errCode
  }
}

/** The code that loads later has a class `HostFailure` of its own, so the class itself proves nothing. */
export function isHostFailure(error: unknown): error is HostFailure {
  return error instanceof Error && error.name === 'HostFailure' && 'reason' in error
}
