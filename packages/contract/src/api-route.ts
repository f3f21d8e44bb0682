import type { Access } from './permissions.ts'

/** A row of the open API's table. */
export interface ApiRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  /** Who may call it; the documentation and the test of all operations by all roles read this. */
  access: Access
}
