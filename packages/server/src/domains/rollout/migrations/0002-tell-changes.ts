import { tellOfChanges } from '#infra/db/app-cache.ts'

/** A list of users changes together with its plan. */
export const tellRolloutChanges = tellOfChanges([
  { table: 'gray_plans', key: 'app_id' },
  { table: 'segments', key: 'app_id' },
])
