/**
 * Pages for the people who run mini-programs: sign in, versions, publish, settings, API keys.
 * Owns nothing; everything it does goes through the doors of the other domains, with the caller's own permissions.
 */
import type { HttpApp } from '#infra/http/http-env.ts'
import { accountFormRoutes } from './account-routes.ts'
import { consoleRoutes, type ConsolePorts } from './routes.ts'

export function createConsole(ports: ConsolePorts): { routes: HttpApp } {
  const routes = consoleRoutes(ports)
  routes.route('/', accountFormRoutes(ports))
  return { routes }
}
