/** What others change is read again while one looks at it. */
import type { Change } from '@banyan/contract/live'
import { ApiError } from '@banyan/sdk'
import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from './client.ts'
import { meKey } from './session.tsx'

/** Changes come in crowds: an upload is several. */
const gatherMs = 400

export function useLiveChanges(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const ended = new AbortController()
    void follow(queries, ended.signal)
    return () => ended.abort()
  }, [queries])
}

async function follow(queries: QueryClient, signal: AbortSignal): Promise<void> {
  const waiting = new Set<Change | 'reset'>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const readAgain = (): void => {
    timer = undefined
    // Nobody looks: what is stale is read when somebody does.
    if (document.hidden) return
    const changes = [...waiting]
    waiting.clear()
    const predicate = ({ queryKey }: { queryKey: QueryKey }): boolean =>
      changes.some((change) => change === 'reset' || concerns(change, queryKey))
    void queries.invalidateQueries({ predicate })
  }
  const schedule = (): void => {
    if (waiting.size > 0) timer ??= setTimeout(readAgain, gatherMs)
  }
  document.addEventListener('visibilitychange', schedule, { signal })
  try {
    for await (const change of api().live.watch({ signal })) {
      waiting.add(change)
      schedule()
    }
  } catch (error) {
    // Signed out elsewhere: the question who one is leads to the sign-in page.
    if (error instanceof ApiError && error.status === 401) void queries.invalidateQueries({ queryKey: meKey })
  } finally {
    clearTimeout(timer)
  }
}

const ofPersons = ['identity.', 'session.', 'account.']
const ofRoles = ['member.', 'role.', 'team.', 'staff.', 'invitation.']

/** Keys begin as `['apps', appId]` for what belongs to an app. */
function concerns({ action, appId }: Change, [room, id]: QueryKey): boolean {
  if (room === 'audit') return true
  if (ofPersons.some((begin) => action.startsWith(begin))) return room === 'sessions'
  if (room === meKey[0]) return ofRoles.some((begin) => action.startsWith(begin))
  return room !== 'apps' || id === undefined || appId === null || id === appId
}
