/** Values of settings, read with the contract's own schemas. */
import type { Setting } from '@banyan/contract/settings'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { api } from './client.ts'

export const settingsRenewed = [['settings'], ['settingHistory'], ['readiness']] as const

export function useSettings(): UseQueryResult<readonly Setting[]> {
  return useQuery({ queryKey: ['settings'], queryFn: () => api().settings.list() })
}

/** What holds for a key; throws when the server has no such setting, which would be a fault of ours. */
export function valueOf<Value>(settings: readonly Setting[], key: string, schema: Schema<Value>): Value {
  const found = settings.find((setting) => setting.key === key)
  if (!found) throw new Error(`the server has no setting ${key}`)
  return schema.parse(found.value ?? found.defaultValue)
}

interface Schema<Value> {
  parse(value: unknown): Value
}
