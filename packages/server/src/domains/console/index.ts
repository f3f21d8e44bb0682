/** Placeholder door; pages follow. */
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Apps } from '#domains/apps'
import type { Identity } from '#domains/identity'
import type { Releases } from '#domains/releases'
export function createConsole(_options: { identity: Identity; apps: Apps; releases: Releases; origin: () => string }): {
  routes: HttpApp
} {
  return { routes: createRouter() }
}
