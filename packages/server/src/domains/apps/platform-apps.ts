/** Mini-programs of all teams: what staff looks through to stop one, or to hear an appeal. Reading only. */
import type { PlatformApp, PlatformAppList, PlatformAppQuery } from '@banyan/contract/platform-apps'
import { authorizeOnPlatform, type Caller, type Identity } from '#domains/identity'
import { pageOf } from '#infra/db/keyset.ts'
import type { ProfileStore } from './profile-store.ts'
import { iconPathOf } from './service.ts'

export interface PlatformAppPorts {
  profiles: ProfileStore
  identity: Pick<Identity, 'teams'>
}

type ListedRow = Awaited<ReturnType<ProfileStore['appsEverywhere']>>[number]

export type PlatformApps = ReturnType<typeof createPlatformApps>

export function createPlatformApps({ profiles, identity }: PlatformAppPorts) {
  return {
    async list(caller: Caller, query: PlatformAppQuery): Promise<PlatformAppList> {
      authorizeOnPlatform(caller, 'platform.read')
      const { search = '' } = query
      const teams = search === '' ? [] : await identity.teams.named(search)
      const rows = await profiles.appsEverywhere(query, teams)
      const { shown, nextCursor } = pageOf(rows, query.limit, ({ created_at, id }) => ({ at: created_at, id }))
      const names = await identity.teams.namesOf([...new Set(shown.map(({ workspace_id }) => workspace_id))])
      return { items: shown.map((row) => present(row, names.get(row.workspace_id) ?? '')), nextCursor }
    },
  }
}

function present(row: ListedRow, workspaceName: string): PlatformApp {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    iconUrl: iconPathOf(row),
    workspaceId: row.workspace_id,
    workspaceName,
    category: row.category,
    standing: row.standing ?? 'normal',
    standingReason: row.standing_reason,
    appealUntil: row.appeal_until?.toISOString() ?? null,
    appeal: row.appeal,
    currentVersion: row.current_version,
    createdAt: row.created_at.toISOString(),
  }
}
