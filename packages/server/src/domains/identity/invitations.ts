/** One-time links into a team: made by those who manage its members, used by somebody new or by somebody with an account. */
import { PlatformError } from '@banyan/contract/errors'
import type { Invitation, InvitationList, InviteMemberInput } from '@banyan/contract/teams'
import { teamRoleSchema } from '@banyan/contract/permissions'
import type { Clock } from '#infra/clock/clock.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Mail } from '#infra/mail/mail.ts'
import type { Audit } from '#domains/audit'
import { noteIn } from './audit-note.ts'
import type { Caller } from './caller.ts'
import { invitationMail } from './mails.ts'
import { authorize } from './policy.ts'
import { hashSecret, newToken } from './secrets.ts'
import type { IdentityStore, SetupLinkRow } from './store.ts'
import { authorizeRoles, requireApps, type IsAppOf } from './team-policy.ts'
import type { TeamStore } from './team-store.ts'

const invitationDays = 7

export interface InvitationPorts {
  store: IdentityStore
  teams: TeamStore
  clock: Clock
  ids: Ids
  mail: Mail
  origin: () => string
  isAppOf: IsAppOf
  audit: Audit
}

export type InvitationService = ReturnType<typeof createInvitationService>

export function createInvitationService({ store, teams, clock, ids, mail, origin, isAppOf, audit }: InvitationPorts) {
  const note = noteIn(audit)

  return {
    async invite(caller: Caller, input: InviteMemberInput): Promise<Invitation> {
      authorize(caller, 'member.manage')
      await authorizeRoles(caller, input, teams)
      await requireApps(
        caller.workspaceId,
        (input.apps ?? []).map(({ appId }) => appId),
        isAppOf,
      )
      const team = await teams.team(caller.workspaceId)
      if (!team) throw new PlatformError('identity.workspaceNotFound')
      const token = newToken(ids)
      const expiresAt = new Date(clock.now().getTime() + invitationDays * 86_400_000)
      const email = input.email?.toLowerCase() ?? null
      const link = {
        token_hash: hashSecret(token),
        workspace_id: caller.workspaceId,
        role: input.role,
        created_at: clock.now(),
        expires_at: expiresAt,
        email,
        custom_role: input.customRole ?? null,
        app_roles: JSON.stringify(input.apps ?? []),
        invited_by: caller.id,
      }
      await store.inTransaction(async (inside) => {
        await inside.addSetupLink(link)
        await note(inside.connection, caller, {
          action: 'invitation.create',
          subject: invitationId(link.token_hash),
          details: { role: input.role, apps: input.apps ?? [] },
        })
      })
      const url = `${origin()}/setup?token=${token}`
      if (email !== null) await mail.send(invitationMail({ to: email, team: team.name, inviter: caller.name, url }))
      return { id: invitationId(hashSecret(token)), url, expiresAt: expiresAt.toISOString() }
    },

    async list(caller: Caller): Promise<InvitationList> {
      authorize(caller, 'member.manage')
      const rows = await teams.invitations(caller.workspaceId, clock.now())
      return {
        items: rows.map((row) => ({
          id: invitationId(row.token_hash),
          role: row.role,
          email: row.email,
          createdAt: row.created_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
        })),
      }
    },

    async revoke(caller: Caller, id: string): Promise<void> {
      authorize(caller, 'member.manage')
      await teams.inTransaction(async (inside) => {
        const removed = await inside.removeInvitation(caller.workspaceId, id.replace(/^inv_/, ''))
        if (!removed) throw new PlatformError('invitation.notFound')
        await note(inside.connection, caller, { action: 'invitation.revoke', subject: id })
      })
    },

    /** Somebody who has an account joins one more team. */
    async accept(caller: Caller, token: string): Promise<string> {
      return store.inTransaction(async (inside) => {
        const link = await inside.takeSetupLink(hashSecret(token), clock.now())
        if (!link || link.role === 'platformOwner') throw new PlatformError('identity.linkInvalid')
        if (link.email !== null && link.email !== caller.email) throw new PlatformError('identity.linkForOther')
        await join(inside, link, { userId: caller.id, now: clock.now() })
        const there = { ...caller, workspaceId: link.workspace_id }
        await note(inside.connection, there, { action: 'invitation.accept', subject: invitationId(link.token_hash) })
        return link.workspace_id
      })
    },
  }
}

/** Puts the person where the link leads; whoever is there already keeps his role and gets those in apps. */
export async function join(
  inside: IdentityStore,
  link: SetupLinkRow,
  { userId, now }: { userId: string; now: Date },
): Promise<void> {
  const { workspace_id, custom_role, app_roles } = link
  const role = teamRoleSchema.safeParse(link.role).data ?? 'owner'
  await inside.teams.addMember({ workspace_id, user_id: userId, role, custom_role, joined_at: now })
  const apps = (app_roles ?? []).map((entry) => ({
    workspace_id,
    app_id: entry.appId,
    user_id: userId,
    role: entry.role,
    joined_at: now,
  }))
  await inside.teams.addAppMembers(apps)
}

function invitationId(tokenHash: string): string {
  return `inv_${tokenHash.slice(0, 20)}`
}
