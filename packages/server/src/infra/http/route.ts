/** Short forms for the definitions of routes. */
import { apiRoutes, type ApiRouteName } from '@banyan/contract/routes'
import type { z } from 'zod'

const lowerCase = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const

/** Method, path, operation id and rule of access of a route of the contract. */
export function routeOf<Name extends ApiRouteName>(name: Name, tag: string) {
  const { method, path, access } = apiRoutes[name]
  const pathText: (typeof apiRoutes)[Name]['path'] = path
  return {
    method: lowerCase[method],
    path: pathText,
    operationId: name,
    tags: [tag],
    'x-access': access,
    ...(access === 'public' && { security: [] }),
  }
}

export function answer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { body: { content: { 'application/json': { schema } }, required: true } }
}
