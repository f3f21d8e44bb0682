/** All values, held in memory: reading one costs nothing. A change anywhere reaches every process by a notification. */
import type { Db } from '#infra/db/database.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import type { Log } from '#infra/log/log.ts'
import { createSettingStore, type Place } from './store.ts'

export const settingChannel = 'banyan_settings'
const pollMs = 30_000

export interface Values {
  at(place: Place, key: string): unknown
  refresh(): Promise<void>
  start(): Promise<void>
  stop(): void
}

export function createValues({ db, notifications, log }: { db: Db; notifications: Notifications; log: Log }): Values {
  let values: ReadonlyMap<string, unknown> = new Map()
  let reading: Promise<void> | undefined
  let isStale = false
  let timer: NodeJS.Timeout | undefined

  async function read(): Promise<void> {
    do {
      isStale = false
      const rows = await createSettingStore(db).all()
      values = new Map(rows.map((row) => [nameOf(row, row.key), JSON.parse(row.value)]))
    } while (isStale)
  }

  /** What is asked for while a reading runs is answered by another one after it. */
  function refresh(): Promise<void> {
    isStale = true
    reading ??= read().finally(() => (reading = undefined))
    return reading
  }

  const refreshQuietly = (): void => {
    refresh().catch((err: unknown) => log.warn({ err }, 'the settings may be old: the database did not answer'))
  }

  return {
    at: (place, key) => values.get(nameOf(place, key)),
    refresh,
    async start() {
      notifications.on(settingChannel, refreshQuietly)
      await refresh()
      timer = setInterval(refreshQuietly, pollMs)
      timer.unref()
    },
    stop: () => clearInterval(timer),
  }
}

function nameOf({ scope, owner }: Place, key: string): string {
  return `${scope}\n${owner}\n${key}`
}
