/** Which personal data a version's code asks for. Pure. */
import { dataKinds, type PrivacyEntry } from '@banyan/contract/app-profile'

export interface NeededKind {
  kind: string
  /** The functions in the code that ask for it; empty when it is declared and nothing asks. */
  functions: readonly string[]
  reason: string | null
}

export function neededKinds(functions: readonly string[], declared: readonly PrivacyEntry[]): NeededKind[] {
  const used = new Set(functions)
  return Object.entries(dataKinds).flatMap(([kind, names]): NeededKind[] => {
    const asking = names.filter((name) => used.has(name))
    const reason = declared.find((entry) => entry.kind === kind)?.reason ?? null
    return asking.length === 0 && reason === null ? [] : [{ kind, functions: asking, reason }]
  })
}
