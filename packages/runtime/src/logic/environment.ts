/** Everything that the logic takes from the place it runs in; app code gets none of it. */
import type { BrowserParts } from './browser-parts.ts'
import type { LogicArea } from './context.ts'
import type { Port } from './link/port.ts'

export interface LogicEnvironment {
  readonly host: Port
  /** The global object of app code, where `App`, `Page`, `wx`, ... are defined. */
  readonly globals: object
  readonly browser: BrowserParts
  /** Runs a classic script in the realm of app code. */
  runScript(source: Blob): Promise<void> | void
  /** Runs the script of the later areas and takes over what it holds. */
  runLater(source: Blob): readonly LogicArea[]
}
