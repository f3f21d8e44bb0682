/** Who is signed in, and what he may do. */
import type { Me } from '@banyan/contract/identity'
import type { Permission } from '@banyan/contract/permissions'
import { ApiError } from '@banyan/sdk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { api, chooseWorkspace } from './client.ts'
import { Failure, Waiting } from './states.tsx'
import { SignIn } from './sign-in.tsx'

const MeContext = createContext<Me | undefined>(undefined)
export const meKey = ['me'] as const

/** Everything inside may take it for granted that somebody is signed in. */
export function SessionGate({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const me = useQuery({ queryKey: meKey, queryFn: readMe, retry: false })
  if (me.isPending) return <Waiting />
  if (me.error) {
    if (me.error instanceof ApiError && me.error.status === 401) {
      return <SignIn onSignedIn={(signedIn) => queries.setQueryData(meKey, signedIn)} />
    }
    return <Failure error={me.error} retry={() => void me.refetch()} />
  }
  return <MeContext value={me.data}>{children}</MeContext>
}

/** A team that one has left is still in the browser's memory. */
async function readMe(): Promise<Me> {
  try {
    return await api().identity.me()
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 401 || error.status === 0) throw error
    chooseWorkspace(null)
    return api().identity.me()
  }
}

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('This belongs inside of SessionGate')
  return me
}

/** For all apps of the team, or as staff. Roles in a single app are known only to the server, which has the last word. */
export function useCan(): (permission: Permission) => boolean {
  const held = new Set<Permission>(useMe().permissions)
  return (permission) => held.has(permission)
}
