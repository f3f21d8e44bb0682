/** Teams (workspaces): who is in them, with which roles, and who has verified that they are what they say. */
import { z } from 'zod'
import { appIdSchema } from './apps.ts'
import { emailSchema, personNameSchema } from './identity.ts'
import { grantablePermissionSchema, platformRoleSchema, teamRoleSchema } from './permissions.ts'

export const customRoleIdSchema = z.string().regex(/^role_[0-9a-z]{20}$/)
/** A preset of `appRoles`, or a role of the team's own. */
const roleInAppSchema = z.union([z.enum(['admin', 'developer', 'operator', 'analyst', 'tester']), customRoleIdSchema])
const appRoleEntrySchema = z.strictObject({ appId: appIdSchema, role: roleInAppSchema })

/** GET /api/v1/team */
export const teamSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['individual', 'organisation']),
  verification: z.enum(['none', 'submitted', 'verified', 'rejected']),
  /** Whoever submits a version may not approve it. */
  fourEyes: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Team = z.infer<typeof teamSchema>

/** PATCH /api/v1/team */
export const updateTeamInputSchema = z.strictObject({
  name: personNameSchema.optional(),
  fourEyes: z.boolean().optional(),
})
export type UpdateTeamInput = z.infer<typeof updateTeamInputSchema>

/** GET /api/v1/members */
export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: teamRoleSchema,
  /** A role of the team's own, on top. */
  customRole: z.string().nullable(),
  apps: z.array(z.object({ appId: z.string(), role: z.string() })),
  joinedAt: z.iso.datetime(),
})
export type Member = z.infer<typeof memberSchema>
export const memberListSchema = z.object({ items: z.array(memberSchema) })

const userIdSchema = z.string().min(1).max(64)
export const memberParamsSchema = z.object({ userId: userIdSchema })

/** PATCH /api/v1/members/{userId} */
export const updateMemberInputSchema = z.strictObject({
  role: teamRoleSchema.optional(),
  customRole: customRoleIdSchema.nullable().optional(),
})
export type UpdateMemberInput = z.infer<typeof updateMemberInputSchema>

/** PUT /api/v1/apps/{appId}/members/{userId}; an empty list takes him out of the app. */
export const appMemberInputSchema = z.strictObject({ roles: z.array(roleInAppSchema).max(10) })
export type AppMemberInput = z.infer<typeof appMemberInputSchema>

/** POST /api/v1/members: answers with a one-time link; with an address it is also sent there, and is good for it alone. */
export const inviteMemberInputSchema = z.strictObject({
  role: teamRoleSchema,
  customRole: customRoleIdSchema.optional(),
  apps: z.array(appRoleEntrySchema).max(50).optional(),
  email: emailSchema.optional(),
})
export type InviteMemberInput = z.input<typeof inviteMemberInputSchema>
export const invitationSchema = z.object({ id: z.string(), url: z.string(), expiresAt: z.iso.datetime() })
export type Invitation = z.infer<typeof invitationSchema>

/** GET /api/v1/invitations: those that nobody has used yet; the link itself was shown once. */
export const invitationListSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      role: z.string(),
      email: z.string().nullable(),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
    }),
  ),
})
export type InvitationList = z.infer<typeof invitationListSchema>
/** POST /api/v1/invitations/accept, by somebody who has an account. */
export const acceptInvitationInputSchema = z.strictObject({ token: z.string().min(1).max(128) })

/** POST /api/v1/team/transfer: the member becomes an owner, and who was it becomes an admin. */
export const transferTeamInputSchema = z.strictObject({ userId: userIdSchema })

/** GET /api/v1/roles */
export const customRoleSchema = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.array(grantablePermissionSchema),
  createdAt: z.iso.datetime(),
})
export type CustomRole = z.infer<typeof customRoleSchema>
export const customRoleListSchema = z.object({ items: z.array(customRoleSchema) })
/** POST /api/v1/roles, PUT /api/v1/roles/{roleId}: nobody puts in what he does not have. */
export const customRoleInputSchema = z.strictObject({
  name: personNameSchema,
  permissions: z.array(grantablePermissionSchema).max(64),
})
export type CustomRoleInput = z.infer<typeof customRoleInputSchema>

/** GET /api/v1/staff */
export const staffListSchema = z.object({
  items: z.array(z.object({ userId: z.string(), name: z.string(), email: z.string(), role: platformRoleSchema })),
})
export type StaffList = z.infer<typeof staffListSchema>
/** POST /api/v1/staff, for somebody who has an account; null ends it. */
export const setStaffInputSchema = z.strictObject({ email: emailSchema, role: platformRoleSchema.nullable() })
export type SetStaffInput = z.input<typeof setStaffInputSchema>

export const documentMaxBytes = 5 * 1024 * 1024
/** POST /api/v1/team/verification */
export const verificationInputSchema = z.strictObject({
  kind: z.enum(['individual', 'organisation']),
  legalName: z.string().trim().min(1).max(200),
  registrationNumber: z.string().trim().max(64).optional(),
  /** Ids that `POST /api/v1/team/verification/documents` gave. */
  documents: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(10),
})
export type VerificationInput = z.infer<typeof verificationInputSchema>
export const verificationSchema = z.object({
  workspaceId: z.string(),
  teamName: z.string(),
  kind: z.enum(['individual', 'organisation']),
  legalName: z.string(),
  registrationNumber: z.string().nullable(),
  documents: z.array(z.object({ id: z.string(), mediaType: z.string(), sizeBytes: z.int() })),
  state: z.enum(['submitted', 'verified', 'rejected']),
  reason: z.string().nullable(),
  submittedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
})
export type Verification = z.infer<typeof verificationSchema>
export const verificationListSchema = z.object({ items: z.array(verificationSchema) })
export const documentSchema = z.object({ id: z.string(), mediaType: z.string(), sizeBytes: z.int() })
export type TeamDocument = z.infer<typeof documentSchema>
/** POST /api/v1/verifications/{workspaceId}/decision; a refusal says why. */
export const verificationDecisionInputSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('verified') }),
  z.strictObject({ state: z.literal('rejected'), reason: z.string().trim().min(1).max(1000) }),
])
export type VerificationDecisionInput = z.infer<typeof verificationDecisionInputSchema>
