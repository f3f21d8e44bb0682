import { PlatformError } from '@banyan/contract/errors'
import type { Setting, SettingChange, SettingHistoryQuery, SettingScope } from '@banyan/contract/settings'
import type { Audit } from '#domains/audit'
import type { Caller } from '#domains/identity'
import { canonicalJson } from '#infra/canonical-json.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import type { Notifications } from '#infra/db/notifications.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { AnyDefinition, Catalogue, SettingDefinition } from './catalogue.ts'
import { createSettingStore, type Place, type SettingChangeRow } from './store.ts'
import { settingChannel, type Values } from './values.ts'

/** Where a value is asked for; from the narrowest scope to the widest. */
export interface Target {
  workspaceId?: string | undefined
  appId?: string | undefined
}

/** What reading a value needs of its definition. */
type Readable = Pick<SettingDefinition<unknown>, 'key' | 'schema' | 'defaultValue' | 'scopes'>

export interface SettingServiceOptions {
  db: Db
  clock: Clock
  ids: Ids
  audit: Audit
  notifications: Notifications
  catalogue: Catalogue
  values: Values
}

export type SettingService = ReturnType<typeof createSettingService>

export function createSettingService(options: SettingServiceOptions) {
  const { db, clock, ids, audit, notifications, catalogue, values } = options

  function resolve(definition: Readable, target: Target): { value: unknown; source: SettingScope | null } {
    for (const place of placesOf(target)) {
      if (!definition.scopes.includes(place.scope)) continue
      const found = definition.schema.safeParse(values.at(place, definition.key))
      // What an older or newer version wrote and this one cannot read does not count.
      if (found.success && values.at(place, definition.key) !== undefined)
        return { value: found.data, source: place.scope }
    }
    return { value: definition.defaultValue, source: null }
  }

  function fallback(definition: Readable, { workspaceId, appId }: Target): unknown {
    if (workspaceId === undefined) return definition.defaultValue
    return resolve(definition, appId === undefined ? {} : { workspaceId }).value
  }

  function present(definition: AnyDefinition, target: Target): Setting {
    const { key, defaultValue, scopes, description, editedAt = null } = definition
    return { key, ...resolve(definition, target), defaultValue, scopes: [...scopes], description, editedAt }
  }

  return {
    /** What holds at a place; from memory. */
    valueOf: (definition: Readable, target: Target): unknown => resolve(definition, target).value,

    list: (target: Target): Setting[] => {
      const scope = placesOf(target)[0]?.scope ?? 'platform'
      return catalogue
        .all()
        .filter(({ scopes }) => scopes.includes(scope))
        .map((definition) => present(definition, target))
    },

    async set(
      caller: Pick<Caller, 'kind' | 'id' | 'name'>,
      target: Target,
      { key, value }: { key: string; value: unknown },
    ): Promise<Setting> {
      const definition = catalogue.find(key)
      const place = placesOf(target)[0] ?? { scope: 'platform', owner: '' }
      if (!definition.scopes.includes(place.scope)) throw new PlatformError('settings.wrongScope', { detail: key })
      const isGiven = value !== null && value !== undefined
      const parsed = isGiven ? await definition.admit(value) : undefined
      // Without a value of its own, the place gets the one above it, which has to fit as well.
      if (!isGiven) await definition.admit(fallback(definition, target))
      const at = clock.now()
      await db.transaction().execute(async (transaction) => {
        const store = createSettingStore(transaction)
        const before = (await store.lock(place, key))?.value ?? 'null'
        const after = parsed === undefined ? 'null' : canonicalJson(parsed)
        if (before === after) return
        if (parsed === undefined) await store.remove(place, key)
        else await store.set({ ...place, key, value: after })
        // Ids sort by time, so that lists need no other order.
        const id = `c${at.getTime().toString(36).padStart(9, '0')}${randomText(ids, 12)}`
        await store.addChange({ ...place, id, key, at, changed_by: caller.id, before, after })
        await audit.record(transaction, {
          ...(target.workspaceId !== undefined && { workspaceId: target.workspaceId }),
          ...(target.appId !== undefined && { appId: target.appId }),
          actor: caller,
          action: 'settings.set',
          subject: key,
          details: { before: JSON.parse(before), after: JSON.parse(after) },
        })
        await notifications.notify(transaction, settingChannel, key)
      })
      await values.refresh()
      return present(definition, target)
    },

    async history(
      target: Target,
      query: SettingHistoryQuery,
    ): Promise<{ items: SettingChange[]; nextCursor: string | null }> {
      const place = placesOf(target)[0] ?? { scope: 'platform', owner: '' }
      const rows = await createSettingStore(db).changes(place, query)
      const page = rows.slice(0, query.limit)
      return {
        items: page.map(presentChange),
        nextCursor: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
      }
    },
  }
}

function placesOf({ workspaceId, appId }: Target): Place[] {
  return [
    ...(appId === undefined ? [] : [{ scope: 'app', owner: appId } as const]),
    ...(workspaceId === undefined ? [] : [{ scope: 'workspace', owner: workspaceId } as const]),
    { scope: 'platform', owner: '' },
  ]
}

function presentChange(row: SettingChangeRow): SettingChange {
  const { id, key, at, changed_by: by, before, after } = row
  return { id, key, at: at.toISOString(), by, before: JSON.parse(before), after: JSON.parse(after) }
}
