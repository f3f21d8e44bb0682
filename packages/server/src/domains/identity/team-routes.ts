/** Teams: members, invitations, roles. */
import { appIdSchema } from '@banyan/contract/apps'
import { meSchema, type Me } from '@banyan/contract/identity'
import {
  acceptInvitationInputSchema,
  appMemberInputSchema,
  customRoleInputSchema,
  customRoleListSchema,
  customRoleSchema,
  invitationListSchema,
  invitationSchema,
  inviteMemberInputSchema,
  memberListSchema,
  memberParamsSchema,
  memberSchema,
  teamSchema,
  transferTeamInputSchema,
  updateMemberInputSchema,
  updateTeamInputSchema,
} from '@banyan/contract/teams'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { Caller } from './caller.ts'
import type { InvitationService } from './invitations.ts'
import type { MemberService } from './members.ts'
import type { RoleService } from './roles.ts'
import type { TeamService } from './verification.ts'

const me = answer('Who you are', meSchema.meta({ id: 'Me' }))
const team = answer('The team', teamSchema.meta({ id: 'Team' }))
const member = answer('The member', memberSchema.meta({ id: 'Member' }))
const memberList = answer('Members', memberListSchema.meta({ id: 'MemberList' }))
const role = answer('The role', customRoleSchema.meta({ id: 'CustomRole' }))
const appParams = z.object({ appId: appIdSchema })
const roleParams = z.object({ roleId: z.string().max(64) })
const middleware = limitBody(64 * 1024)

export interface TeamRoutePorts {
  teams: TeamService
  members: MemberService
  invitations: InvitationService
  roles: RoleService
  requireCaller: (c: HttpContext) => Promise<Caller>
  /** Joins, and answers as one who is in the new team. */
  accept: (c: HttpContext, token: string) => Promise<Me>
}

export function teamRoutes(ports: TeamRoutePorts): HttpApp {
  const { teams, members, invitations, roles, requireCaller, accept } = ports
  const app = createRouter()

  app.openapi(
    createRoute({
      ...routeOf('readTeam', 'teams'),
      summary: 'Read the team',
      responses: { 200: team, ...problemAnswer },
    }),
    async (c) => c.json(await teams.read(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('updateTeam', 'teams'),
      summary: 'Change the team',
      middleware,
      request: { ...jsonBody(updateTeamInputSchema.meta({ id: 'UpdateTeamInput' })) },
      responses: { 200: team, ...problemAnswer },
    }),
    async (c) => c.json(await teams.update(await requireCaller(c), c.req.valid('json')), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('transferTeam', 'teams'),
      summary: 'Give the team to another member',
      middleware,
      request: { ...jsonBody(transferTeamInputSchema.meta({ id: 'TransferTeamInput' })) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await members.transfer(await requireCaller(c), c.req.valid('json').userId)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('leaveTeam', 'teams'),
      summary: 'Leave the team',
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await members.leave(await requireCaller(c))
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('listMembers', 'teams'),
      summary: 'List members',
      responses: { 200: memberList, ...problemAnswer },
    }),
    async (c) => c.json({ items: await members.list(await requireCaller(c)) }, 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('updateMember', 'teams'),
      summary: 'Change the roles of a member',
      middleware,
      request: { params: memberParamsSchema, ...jsonBody(updateMemberInputSchema.meta({ id: 'UpdateMemberInput' })) },
      responses: { 200: member, ...problemAnswer },
    }),
    async (c) =>
      c.json(await members.update(await requireCaller(c), c.req.valid('param').userId, c.req.valid('json')), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('removeMember', 'teams'),
      summary: 'Remove a member',
      request: { params: memberParamsSchema },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await members.remove(await requireCaller(c), c.req.valid('param').userId)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('inviteMember', 'teams'),
      summary: 'Invite somebody to the team',
      middleware,
      request: { ...jsonBody(inviteMemberInputSchema.meta({ id: 'InviteMemberInput' })) },
      responses: { 201: answer('A one-time link', invitationSchema.meta({ id: 'Invitation' })), ...problemAnswer },
    }),
    async (c) => c.json(await invitations.invite(await requireCaller(c), c.req.valid('json')), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('listInvitations', 'teams'),
      summary: 'List invitations',
      responses: { 200: answer('Invitations', invitationListSchema.meta({ id: 'InvitationList' })), ...problemAnswer },
    }),
    async (c) => c.json(await invitations.list(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('revokeInvitation', 'teams'),
      summary: 'Take an invitation back',
      request: { params: z.object({ invitationId: z.string().max(64) }) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await invitations.revoke(await requireCaller(c), c.req.valid('param').invitationId)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('acceptInvitation', 'teams'),
      summary: 'Join a team with an invitation',
      middleware,
      request: { ...jsonBody(acceptInvitationInputSchema.meta({ id: 'AcceptInvitationInput' })) },
      responses: { 200: me, ...problemAnswer },
    }),
    async (c) => c.json(await accept(c, c.req.valid('json').token), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('listAppMembers', 'teams'),
      summary: 'List members with a role in the app',
      request: { params: appParams },
      responses: { 200: memberList, ...problemAnswer },
    }),
    async (c) => c.json({ items: await members.listOfApp(await requireCaller(c), c.req.valid('param').appId) }, 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('setAppMember', 'teams'),
      summary: 'Set the roles of a member in the app',
      middleware,
      request: {
        params: appParams.extend(memberParamsSchema.shape),
        ...jsonBody(appMemberInputSchema.meta({ id: 'AppMemberInput' })),
      },
      responses: { 200: member, ...problemAnswer },
    }),
    async (c) =>
      c.json(await members.setRolesInApp(await requireCaller(c), c.req.valid('param'), c.req.valid('json')), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('listRoles', 'teams'),
      summary: 'List own roles of the team',
      responses: { 200: answer('Roles', customRoleListSchema.meta({ id: 'CustomRoleList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await roles.list(await requireCaller(c)) }, 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('createRole', 'teams'),
      summary: 'Make a role',
      middleware,
      request: { ...jsonBody(customRoleInputSchema.meta({ id: 'CustomRoleInput' })) },
      responses: { 201: role, ...problemAnswer },
    }),
    async (c) => c.json(await roles.create(await requireCaller(c), c.req.valid('json')), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('updateRole', 'teams'),
      summary: 'Change a role',
      middleware,
      request: { params: roleParams, ...jsonBody(customRoleInputSchema.meta({ id: 'CustomRoleInput' })) },
      responses: { 200: role, ...problemAnswer },
    }),
    async (c) =>
      c.json(await roles.update(await requireCaller(c), c.req.valid('param').roleId, c.req.valid('json')), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('deleteRole', 'teams'),
      summary: 'Delete a role',
      request: { params: roleParams },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await roles.remove(await requireCaller(c), c.req.valid('param').roleId)
      return c.body(null, 204)
    },
  )

  return app
}
