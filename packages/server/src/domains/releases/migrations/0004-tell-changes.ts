import { tellOfChanges } from '#infra/db/app-cache.ts'

export const tellReleaseChanges = tellOfChanges([
  { table: 'versions', key: 'app_id' },
  { table: 'releases', key: 'app_id' },
])
