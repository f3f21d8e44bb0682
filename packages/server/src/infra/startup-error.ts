/** The server cannot start, and its operator can change that. The message says what to do; no stack is shown. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}
