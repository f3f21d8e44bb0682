/**
 * What operators, teams and apps may choose while the platform runs.
 * Owns the values and their history; other domains declare the keys. Every change is in the audit log.
 * Never holds a secret, and never makes a reader wait for the database.
 */
import type { Audit } from '#domains/audit'
import type { Identity } from '#domains/identity'
import type { Apps } from '#domains/apps'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Log } from '#infra/log/log.ts'
import { createCatalogue, type SettingDefinition } from './catalogue.ts'
import { createSettings as createSettingTables } from './migrations/0001-settings.ts'
import { settingRoutes } from './routes.ts'
import { createSettingService, type SettingService, type Target } from './service.ts'
import { createValues } from './values.ts'

export type { SettingDefinition } from './catalogue.ts'

export const settingMigrations: Migrations = { 'settings-0001-settings': createSettingTables }

export interface SettingOptions {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  notifications: Notifications
  audit: Audit
}

export interface Settings {
  service: SettingService
  routes(ports: { identity: Identity; apps: Apps }): HttpApp
  /** Before the start; the reader answers from memory, with the narrowest value there is. */
  declare<Value>(definition: SettingDefinition<Value>): (target?: Target) => Value
  /** Reads all values; afterwards they are at most a second old. */
  start(): Promise<void>
  stop(): void
}

export function createSettings(options: SettingOptions): Settings {
  const catalogue = createCatalogue()
  const values = createValues(options)
  const service = createSettingService({ ...options, catalogue, values })
  return {
    service,
    routes: (ports) => settingRoutes({ ...ports, service }),
    declare(definition) {
      catalogue.declare(definition)
      return (target = {}) => definition.schema.parse(service.valueOf(definition, target))
    },
    start: () => values.start(),
    stop: () => values.stop(),
  }
}
