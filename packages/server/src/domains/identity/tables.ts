/** The tables of accounts, keys and links, as all stores of this domain see them. */
import type { Role } from '@banyan/contract/identity'
import type { GrantablePermission, PlatformRole, TeamRole } from '@banyan/contract/permissions'
import type { Generated, JSONColumnType } from 'kysely'

/** A type, not an interface: kysely asks for an index signature. */
export type IdentityTables = {
  workspaces: {
    id: string
    name: string
    created_at: Date
    kind: Generated<'individual' | 'organisation'>
    verification: Generated<'none' | 'submitted' | 'verified' | 'rejected'>
    four_eyes: Generated<boolean>
  }
  users: {
    id: string
    email: string
    name: string
    /** None for those who sign in by other ways only. */
    password_hash: string | null
    /** What versions before `platform_role` read. */
    is_platform_owner: boolean
    platform_role: PlatformRole | null
    created_at: Date
  }
  memberships: { workspace_id: string; user_id: string; role: TeamRole; custom_role: string | null; joined_at: Date }
  custom_roles: { workspace_id: string; id: string; name: string; permissions: GrantablePermission[]; created_at: Date }
  app_members: { workspace_id: string; app_id: string; user_id: string; role: string; joined_at: Date }
  sessions: {
    token_hash: string
    user_id: string
    created_at: Date
    expires_at: Date
    /** When the person last proved that it is he. */
    confirmed_at: Date | null
    last_seen_at: Date | null
    device_name: string | null
    method: string | null
  }
  api_keys: {
    workspace_id: string
    id: string
    name: string
    hint: string
    role: Role
    secret_hash: string
    purpose: 'general' | 'seed'
    created_by: string | null
    created_at: Date
    last_used_at: Date | null
    scopes: string[] | null
    app_ids: string[] | null
    allowed_ips: string[] | null
    expires_at: Date | null
  }
  setup_links: {
    token_hash: string
    workspace_id: string
    role: Role
    created_at: Date
    expires_at: Date
    email: string | null
    custom_role: string | null
    app_roles: JSONColumnType<{ appId: string; role: string }[]> | null
    invited_by: string | null
  }
  platform_facts: { name: string; recorded_at: Date }
}
