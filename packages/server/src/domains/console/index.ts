/**
 * The page and the files of the console, and the forms about one's own account that work without a script.
 * Owns nothing: the console is a client of the API like any other.
 */
import type { HttpApp } from '#infra/http/http-env.ts'
import { accountFormRoutes } from './account-routes.ts'
import { consoleRoutes, type ConsolePorts } from './routes.ts'

export { workspaceConsoleDir } from './console-build.ts'

export function createConsole(ports: ConsolePorts): { routes: HttpApp } {
  // The forms come first, since the console's page answers every address below its own.
  const routes = accountFormRoutes(ports)
  routes.route('/', consoleRoutes(ports))
  return { routes }
}
