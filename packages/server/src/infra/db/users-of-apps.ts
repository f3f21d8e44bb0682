/** Conditions on tables whose rows belong to a user of an app, in `app_id` and `open_id`. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'

/** A person's place in one app. */
export interface UserOfApp {
  appId: string
  openId: string
}

/** True for the rows of these users; of no user there are none. */
export function isOneOf(users: readonly UserOfApp[]): RawBuilder<SqlBool> {
  const appIds = users.map(({ appId }) => appId)
  const openIds = users.map(({ openId }) => openId)
  return sql<SqlBool>`(app_id, open_id) in (select * from unnest(${appIds}::text[], ${openIds}::text[]))`
}
