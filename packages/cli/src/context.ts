import type { Environment } from './environment.ts'
import type { Terminal } from './terminal.ts'

/** What every command gets. */
export interface Context {
  terminal: Terminal
  environment: Environment
}
