/**
 * Holds every operation of the API to its row in the contract, before its body is even read.
 * The services ask again, with what they know of the thing; a row that is missing here does not compile.
 */
import { PlatformError } from '@banyan/contract/errors'
import type { Access } from '@banyan/contract/permissions'
import type { ApiRoute } from '@banyan/contract/api-route'
import { apiRoutes } from '@banyan/contract/routes'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import type { Caller } from './caller.ts'
import { authorize, requireConfirmed } from './policy.ts'

export function guardRoutes(requireCaller: (c: HttpContext) => Promise<Caller>): HttpApp {
  const router = createRouter()
  const routes: readonly ApiRoute[] = Object.values(apiRoutes)
  for (const { method, path, access } of routes) {
    if (access === 'public') continue
    router.on(method, path.replace(/\{(\w+)\}/g, ':$1'), async (c, next) => {
      check(await requireCaller(c), access, c.req.param('appId'))
      await next()
    })
  }
  return router
}

function check(caller: Caller, access: Exclude<Access, 'public'>, appId: string | undefined): void {
  if (access === 'caller') return
  if (access === 'person' || access === 'confirmedPerson') {
    if (caller.kind !== 'person') throw new PlatformError('identity.forbidden', { detail: 'for people, not for keys' })
    if (access === 'confirmedPerson') requireConfirmed(caller)
    return
  }
  authorize(caller, access.permission, access.ofApp && appId !== undefined ? { appId } : {})
  if (access.isConfirmed) requireConfirmed(caller)
}
