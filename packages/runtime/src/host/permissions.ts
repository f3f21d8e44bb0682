/** What the user has allowed this app; WeChat's scopes. Asked once, changed in the settings. */
import { HostFailure } from './host-failure.ts'

export interface PermissionBook {
  /** Scope -> allowed or not; scopes that were never asked for are absent. */
  readonly all: Readonly<Record<string, boolean>>
  /** Asks when it was never asked. Refuses with `fail auth deny`. */
  require(scope: string): Promise<void>
  set(scope: string, isGranted: boolean): void
}

export function openPermissionBook(
  appId: string,
  ask: (scope: string) => Promise<boolean>,
  onChange: (all: Readonly<Record<string, boolean>>) => void,
): PermissionBook {
  const key = `banyan:permissions:${appId}`
  const granted = read(key)
  const asking = new Map<string, Promise<boolean>>()
  const set = (scope: string, isGranted: boolean) => {
    granted[scope] = isGranted
    try {
      localStorage.setItem(key, JSON.stringify(granted))
    } catch {
      // A full or forbidden store only means that the user is asked again next time.
    }
    onChange(granted)
  }
  return {
    all: granted,
    async require(scope) {
      let isGranted = granted[scope]
      if (isGranted === undefined) {
        const question = asking.get(scope) ?? ask(scope)
        asking.set(scope, question)
        isGranted = await question.finally(() => asking.delete(scope))
        set(scope, isGranted)
      }
      if (!isGranted) throw new HostFailure('fail auth deny', 103)
    },
    set,
  }
}

function read(key: string): Record<string, boolean> {
  const granted: Record<string, boolean> = {}
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    for (const [scope, value] of Object.entries(stored ?? {})) if (typeof value === 'boolean') granted[scope] = value
  } catch {
    // Damaged or forbidden: as if nothing had been asked yet.
  }
  return granted
}
