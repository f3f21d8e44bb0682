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
  /** Of a value that the schema admits, before it is written: throws when something else stands against it. */
  check?: (value: Value) => Promise<void>
  /** Page of the console that is made for it. */
  editedAt?: string
}

/** What a definition is once the kind of its value is forgotten. */
export type AnyDefinition = Omit<SettingDefinition<unknown>, 'check'> & {
  /** Schema, then check; the value as it is to be written. */
  admit(value: unknown): Promise<unknown>
}

export interface Catalogue {
  declare<Value>(definition: SettingDefinition<Value>): void
  find(key: string): AnyDefinition
  all(): readonly AnyDefinition[]
}

export function createCatalogue(): Catalogue {
  const known = new Map<string, AnyDefinition>()
  return {
    declare(definition) {
      if (known.has(definition.key)) throw new Error(`the setting ${definition.key} is declared twice`)
      definition.schema.parse(definition.defaultValue)
      known.set(definition.key, { ...definition, admit: (value) => admit(definition, value) })
    },
    find(key) {
      const definition = known.get(key)
      if (!definition) throw new PlatformError('settings.unknownKey', { detail: key })
      return definition
    },
    all: () => [...known.values()].toSorted((one, other) => one.key.localeCompare(other.key)),
  }
}

async function admit<Value>({ schema, check }: SettingDefinition<Value>, value: unknown): Promise<Value> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: ['value', ...path].join('.'), message }))
    throw new PlatformError('request.invalid', { issues })
  }
  await check?.(parsed.data)
  return parsed.data
}
