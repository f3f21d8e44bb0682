import { tellOfChanges } from '#infra/db/app-cache.ts'

export const tellAppChanges = tellOfChanges([
  { table: 'apps', key: 'id' },
  { table: 'app_profiles', key: 'app_id' },
  { table: 'app_request_domains', key: 'app_id' },
])
