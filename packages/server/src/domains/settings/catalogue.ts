/** The keys that domains have declared. */
import { PlatformError } from '@banyan/contract/errors'
import type { SettingScope } from '@banyan/contract/settings'
import type { z } from 'zod'

export interface SettingDefinition<Value> {
  /** `uploads.packageBytes`: the domain and what it is. */
  key: string
  schema: z.ZodType<Value>
  defaultValue: Value
  /** Where it may have a value; the narrowest place that has one counts. */
  scopes: readonly SettingScope[]
  description: { zh: string; en: string }
}

export interface Catalogue {
  declare<Value>(definition: SettingDefinition<Value>): void
  find(key: string): SettingDefinition<unknown>
  all(): readonly SettingDefinition<unknown>[]
}

export function createCatalogue(): Catalogue {
  const known = new Map<string, SettingDefinition<unknown>>()
  return {
    declare(definition) {
      if (known.has(definition.key)) throw new Error(`the setting ${definition.key} is declared twice`)
      definition.schema.parse(definition.defaultValue)
      known.set(definition.key, definition)
    },
    find(key) {
      const definition = known.get(key)
      if (!definition) throw new PlatformError('settings.unknownKey', { detail: key })
      return definition
    },
    all: () => [...known.values()].toSorted((one, other) => one.key.localeCompare(other.key)),
  }
}
