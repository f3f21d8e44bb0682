import {
  customRoleListSchema,
  customRoleSchema,
  documentSchema,
  invitationListSchema,
  memberListSchema,
  memberSchema,
  staffListSchema,
  teamSchema,
  verificationListSchema,
  verificationSchema,
} from '@banyan/contract/teams'
import type {
  AppMemberInput,
  CustomRole,
  CustomRoleInput,
  InvitationList,
  Member,
  SetStaffInput,
  StaffList,
  Team,
  TeamDocument,
  UpdateMemberInput,
  UpdateTeamInput,
  Verification,
  VerificationDecisionInput,
  VerificationInput,
} from '@banyan/contract/teams'
import { meSchema, workspaceSchema, type Me, type Workspace } from '@banyan/contract/identity'
import { ApiError } from './api-error.ts'
import { nothing } from './http.ts'
import type { Http } from './http.ts'

const documentMs = 60_000

export interface TeamsClient {
  /**
   * The team of the key, or of `workspaceId`.
   *
   * @example
   * const { name, verification } = await client.teams.read()
   */
  read(): Promise<Team>
  /**
   * Renames the team, or makes it ask for a second pair of eyes before a version is approved.
   *
   * @example
   * await client.teams.update({ fourEyes: true })
   */
  update(input: UpdateTeamInput): Promise<Team>
  /**
   * Everybody in the team, with all roles.
   *
   * @example
   * const owners = (await client.teams.members()).filter(({ role }) => role === 'owner')
   */
  members(): Promise<readonly Member[]>
  /**
   * Changes the role of a member. Fails with `team.lastOwner` when nobody would own the team.
   *
   * @example
   * await client.teams.updateMember(userId, { role: 'admin' })
   */
  updateMember(userId: string, input: UpdateMemberInput): Promise<Member>
  /**
   * Takes somebody out of the team.
   *
   * @example
   * await client.teams.removeMember(userId)
   */
  removeMember(userId: string): Promise<void>
  /**
   * Sets all roles of a member in one app; none takes him out of it.
   *
   * @example
   * await client.teams.setAppMember(appId, userId, { roles: ['tester'] })
   */
  setAppMember(appId: string, userId: string, input: AppMemberInput): Promise<Member>
  /**
   * Those with a role in the app.
   *
   * @example
   * const testers = (await client.teams.appMembers(appId)).filter(({ apps }) => apps.some(({ role }) => role === 'tester'))
   */
  appMembers(appId: string): Promise<readonly Member[]>
  /**
   * Makes a team, for whoever may on this platform.
   *
   * @example
   * const { id } = await client.teams.create('Corner shop')
   */
  create(name: string): Promise<Workspace>
  /**
   * Joins the team that an invitation's link names.
   *
   * @example
   * await client.teams.acceptInvitation(token)
   */
  acceptInvitation(token: string): Promise<Me>
  /**
   * The bytes of a document, for staff that decides on verifications.
   *
   * @example
   * const bytes = await client.teams.readDocument(workspaceId, documentId)
   */
  readDocument(workspaceId: string, documentId: string): Promise<Uint8Array<ArrayBuffer>>
  /**
   * Invitations that nobody has used yet.
   *
   * @example
   * const { items } = await client.teams.invitations()
   */
  invitations(): Promise<InvitationList>
  /**
   * The team's own roles.
   *
   * @example
   * const [first] = await client.teams.roles()
   */
  roles(): Promise<readonly CustomRole[]>
  /**
   * Makes a role out of permissions that the caller has himself.
   *
   * @example
   * await client.teams.createRole({ name: 'Support', permissions: ['app.read', 'logs.read'] })
   */
  createRole(input: CustomRoleInput): Promise<CustomRole>
  /**
   * Replaces its name and permissions; whoever has it is bound by the new ones at once.
   *
   * @example
   * await client.teams.updateRole(id, { name: 'Support', permissions: ['app.read'] })
   */
  updateRole(roleId: string, input: CustomRoleInput): Promise<CustomRole>
  /**
   * Takes it from everybody who has it.
   *
   * @example
   * await client.teams.deleteRole(id)
   */
  deleteRole(roleId: string): Promise<void>
  /**
   * Makes the link of an invitation useless.
   *
   * @example
   * for (const { id } of (await client.teams.invitations()).items) await client.teams.revokeInvitation(id)
   */
  revokeInvitation(invitationId: string): Promise<void>
  /**
   * Makes another member the owner in the caller's place.
   *
   * @example
   * await client.teams.handOver(userId)
   */
  handOver(userId: string): Promise<void>
  /** Out of the team. Fails with `team.lastOwner` for its only owner. */
  leave(): Promise<void>
  /**
   * Uploads a PDF, PNG or JPEG of at most 5 MiB for the verification.
   *
   * @example
   * const { id } = await client.teams.addDocument(new Uint8Array(await readFile('licence.pdf')))
   */
  addDocument(bytes: Uint8Array<ArrayBuffer>): Promise<TeamDocument>
  /**
   * Applies for verification.
   *
   * @example
   * await client.teams.submitVerification({ kind: 'organisation', legalName: 'Lin Ltd', documents: [id] })
   */
  submitVerification(input: VerificationInput): Promise<Verification>
  /**
   * The team's own application; null when it has never applied.
   *
   * @example
   * const application = await client.teams.verification()
   */
  verification(): Promise<Verification | null>
  /**
   * Applications in one state, for staff of the platform.
   *
   * @example
   * const waiting = await client.teams.verifications('submitted')
   */
  verifications(state: Verification['state']): Promise<readonly Verification[]>
  /**
   * Decides on an application, for staff of the platform.
   *
   * @example
   * await client.teams.decideVerification(workspaceId, { state: 'verified' })
   */
  decideVerification(workspaceId: string, input: VerificationDecisionInput): Promise<Verification>
  /**
   * Makes somebody with an account staff of the platform, or with null no longer.
   *
   * @example
   * await client.teams.setStaff({ email: 'wu@example.com', role: 'platformReviewer' })
   */
  setStaff(input: SetStaffInput): Promise<StaffList>
  /**
   * The staff of the platform.
   *
   * @example
   * const { items } = await client.teams.staff()
   */
  staff(): Promise<StaffList>
}

export function createTeamsClient(http: Http): TeamsClient {
  return {
    read: () => http.call('readTeam', { answer: teamSchema }),
    update: (input) => http.call('updateTeam', { answer: teamSchema, json: input }),
    members: async () => (await http.call('listMembers', { answer: memberListSchema })).items,
    updateMember: (userId, input) =>
      http.call('updateMember', { answer: memberSchema, params: { userId }, json: input }),
    removeMember: (userId) => http.call('removeMember', { answer: nothing, params: { userId } }),
    setAppMember: (appId, userId, input) =>
      http.call('setAppMember', { answer: memberSchema, params: { appId, userId }, json: input }),
    appMembers: async (appId) =>
      (await http.call('listAppMembers', { answer: memberListSchema, params: { appId } })).items,
    create: (name) => http.call('createWorkspace', { answer: workspaceSchema, json: { name } }),
    acceptInvitation: (token) => http.call('acceptInvitation', { answer: meSchema, json: { token } }),
    async readDocument(workspaceId, documentId) {
      const stream = { accept: '*/*', params: { workspaceId, documentId }, signal: AbortSignal.timeout(documentMs) }
      return new Uint8Array(await (await http.open('readTeamDocument', stream)).arrayBuffer())
    },
    invitations: () => http.call('listInvitations', { answer: invitationListSchema }),
    roles: async () => (await http.call('listRoles', { answer: customRoleListSchema })).items,
    createRole: (input) => http.call('createRole', { answer: customRoleSchema, json: input }),
    updateRole: (roleId, json) => http.call('updateRole', { answer: customRoleSchema, params: { roleId }, json }),
    deleteRole: (roleId) => http.call('deleteRole', { answer: nothing, params: { roleId } }),
    revokeInvitation: (invitationId) => http.call('revokeInvitation', { answer: nothing, params: { invitationId } }),
    handOver: (userId) => http.call('transferTeam', { answer: nothing, json: { userId } }),
    leave: () => http.call('leaveTeam', { answer: nothing }),
    addDocument: (bytes) =>
      http.call('addTeamDocument', { answer: documentSchema, body: { bytes, mediaType: 'application/octet-stream' } }),
    submitVerification: (input) => http.call('submitVerification', { answer: verificationSchema, json: input }),
    async verification() {
      try {
        return await http.call('readVerification', { answer: verificationSchema })
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }
    },
    verifications: async (state) =>
      (await http.call('listVerifications', { answer: verificationListSchema, query: { state } })).items,
    decideVerification: (workspaceId, input) =>
      http.call('decideVerification', { answer: verificationSchema, params: { workspaceId }, json: input }),
    staff: () => http.call('listStaff', { answer: staffListSchema }),
    setStaff: (input) => http.call('setStaff', { answer: staffListSchema, json: input }),
  }
}
