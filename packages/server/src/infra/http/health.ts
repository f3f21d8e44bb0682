import { sql } from 'kysely'
import type { Db } from '#infra/db/database.ts'
import type { HttpApp } from './http-env.ts'

/** `/healthz`: the process answers. `/readyz`: it should be sent requests. */
export function mountHealth(app: HttpApp, db: Db): { setReady(isReady: boolean): void } {
  let isReady = false
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    if (!isReady) return c.json({ status: 'stopping' }, 503)
    const isDatabaseThere = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    return isDatabaseThere ? c.json({ status: 'ok' }) : c.json({ status: 'database unavailable' }, 503)
  })
  return { setReady: (value) => (isReady = value) }
}
