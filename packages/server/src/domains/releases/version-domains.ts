/**
 * Which servers a version may call: those that its app names now, or, when the platform's owner wants that, those that it named when the
 * version was reviewed, so that nobody changes where data goes after the look of a reviewer.
 */
import { z } from 'zod'
import type { Apps, DomainLists } from '#domains/apps'
import type { Settings } from '#domains/settings'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, DbTransaction } from '#infra/db/database.ts'

export const domainModes = ['atOnce', 'withRelease'] as const
export type DomainMode = (typeof domainModes)[number]

const origins = z.array(z.string())
const listsSchema = z.object({
  request: origins,
  socket: origins,
  upload: origins,
  download: origins,
  webView: origins,
})

type VersionDomainTables = {
  version_domains: { app_id: string; version: string; domains: unknown; kept_at: Date }
}

export interface VersionDomains {
  mode(): DomainMode
  /** When a version is handed in, what is named now; when it is released without that, too. */
  keep(transaction: DbTransaction, version: { appId: string; version: string; isNew: boolean }): Promise<void>
  /** Undefined for a version from before there were such lists. */
  read(appId: string, version: string): Promise<DomainLists | undefined>
}

export function createVersionDomains(ports: {
  db: Db
  apps: Pick<Apps, 'domainLists'>
  settings: Pick<Settings, 'declare'>
  clock: Clock
}): VersionDomains {
  const mode = ports.settings.declare<DomainMode>({
    key: 'domains.effective',
    schema: z.enum(domainModes),
    defaultValue: 'atOnce',
    scopes: ['platform'],
    description: {
      zh: '服务器域名的改动何时生效：atOnce 立即；withRelease 随版本生效，已发布的版本只能访问提交审核时登记的域名',
      en: 'When changed server domains count: atOnce, or withRelease: a released version calls only what was named when it was handed in',
    },
  })
  return {
    mode: () => mode(),
    async keep(transaction, { appId, version, isNew }) {
      const row = {
        app_id: appId,
        version,
        domains: JSON.stringify(await ports.apps.domainLists(appId)),
        kept_at: ports.clock.now(),
      }
      await transaction
        .withTables<VersionDomainTables>()
        .insertInto('version_domains')
        .values(row)
        .onConflict((conflict) => {
          const same = conflict.columns(['app_id', 'version'])
          return isNew ? same.doUpdateSet({ domains: row.domains, kept_at: row.kept_at }) : same.doNothing()
        })
        .execute()
    },
    async read(appId, version) {
      const row = await ports.db
        .withTables<VersionDomainTables>()
        .selectFrom('version_domains')
        .select('domains')
        .where('app_id', '=', appId)
        .where('version', '=', version)
        .executeTakeFirst()
      return row && listsSchema.parse(row.domains)
    },
  }
}
