/** Rows of `apiRoutes` about people, teams, staff and keys. */
import type { ApiRoute } from './api-route.ts'

export const identityRoutes = {
  /** -> Me */
  me: { method: 'GET', path: '/api/v1/me', access: 'caller' },
  /** SetupInput -> Me, and the session cookie */
  setUp: { method: 'POST', path: '/api/v1/setup', access: 'public' },
  /** SignInInput -> Me, and the session cookie; or `identity.secondFactorRequired` */
  signIn: { method: 'POST', path: '/api/v1/session', access: 'public' },
  /** -> 204 */
  signOut: { method: 'DELETE', path: '/api/v1/session', access: 'public' },
  /** { email } -> 202, whoever has the address; a code comes by mail */
  sendEmailCode: { method: 'POST', path: '/api/v1/session/email-code', access: 'public' },
  /** -> Sso */
  readSso: { method: 'GET', path: '/api/v1/session/sso', access: 'public' },
  /** EmailCodeInput -> Me, and the session cookie */
  signInByEmail: { method: 'POST', path: '/api/v1/session/email', access: 'public' },
  /** -> PasskeyOptions */
  startPasskeySignIn: { method: 'POST', path: '/api/v1/session/passkey/options', access: 'public' },
  /** PasskeySignInInput -> Me, and the session cookie */
  signInByPasskey: { method: 'POST', path: '/api/v1/session/passkey', access: 'public' },
  /** { email } -> 202, whoever has the address; a link comes by mail */
  startRecovery: { method: 'POST', path: '/api/v1/recovery', access: 'public' },
  /** CompleteRecoveryInput -> 204 */
  completeRecovery: { method: 'POST', path: '/api/v1/recovery/complete', access: 'public' },
  /** -> SecondFactorState */
  readSecondFactor: { method: 'GET', path: '/api/v1/me/second-factor', access: 'person' },
  /** -> 201 SecondFactorSetup */
  startSecondFactor: { method: 'POST', path: '/api/v1/me/second-factor', access: 'confirmedPerson' },
  /** { code } -> RecoveryCodes, shown this once */
  confirmSecondFactor: { method: 'POST', path: '/api/v1/me/second-factor/confirm', access: 'confirmedPerson' },
  /** -> 204 */
  removeSecondFactor: { method: 'DELETE', path: '/api/v1/me/second-factor', access: 'confirmedPerson' },
  /** -> RecoveryCodes; those before are void */
  renewRecoveryCodes: { method: 'POST', path: '/api/v1/me/recovery-codes', access: 'confirmedPerson' },
  /** -> { items: Passkey[] } */
  listPasskeys: { method: 'GET', path: '/api/v1/me/passkeys', access: 'person' },
  /** -> PasskeyOptions */
  startPasskey: { method: 'POST', path: '/api/v1/me/passkeys/options', access: 'confirmedPerson' },
  /** AddPasskeyInput -> 201 Passkey */
  addPasskey: { method: 'POST', path: '/api/v1/me/passkeys', access: 'confirmedPerson' },
  /** -> 204 */
  removePasskey: { method: 'DELETE', path: '/api/v1/me/passkeys/{passkeyId}', access: 'confirmedPerson' },
  /** { name } -> 201 DeviceCode */
  startDevice: { method: 'POST', path: '/api/v1/device/code', access: 'public' },
  /** { userCode } -> 204 */
  approveDevice: {
    method: 'POST',
    path: '/api/v1/device/approve',
    access: { permission: 'key.manage', isConfirmed: true },
  },
  /** { deviceCode } -> DeviceToken, once; `identity.devicePending` before */
  collectDevice: { method: 'POST', path: '/api/v1/device/token', access: 'public' },
  /** ConfirmInput -> 204; dangerous operations ask for it */
  confirmSession: { method: 'POST', path: '/api/v1/session/confirm', access: 'person' },
  /** -> { items: Session[] } */
  listSessions: { method: 'GET', path: '/api/v1/sessions', access: 'person' },
  /** { deviceName } -> 204 */
  nameSession: { method: 'PATCH', path: '/api/v1/sessions/{sessionId}', access: 'person' },
  /** -> 204 */
  revokeSession: { method: 'DELETE', path: '/api/v1/sessions/{sessionId}', access: 'person' },
  /** -> 204; all but this one */
  revokeOtherSessions: { method: 'DELETE', path: '/api/v1/sessions', access: 'person' },
  /** ChangePasswordInput -> 204 */
  changePassword: { method: 'PUT', path: '/api/v1/me/password', access: 'confirmedPerson' },
  /** -> { items: ApiKey[] } */
  listApiKeys: { method: 'GET', path: '/api/v1/api-keys', access: { permission: 'key.manage' } },
  /** CreateApiKeyInput -> 201 CreatedApiKey */
  createApiKey: { method: 'POST', path: '/api/v1/api-keys', access: { permission: 'key.manage', isConfirmed: true } },
  /** -> 204 */
  revokeApiKey: { method: 'DELETE', path: '/api/v1/api-keys/{keyId}', access: { permission: 'key.manage' } },
  /** { name } -> 201 Workspace */
  createWorkspace: { method: 'POST', path: '/api/v1/workspaces', access: { permission: 'workspace.create' } },
  /** -> Team */
  readTeam: { method: 'GET', path: '/api/v1/team', access: { permission: 'team.read' } },
  /** UpdateTeamInput -> Team */
  updateTeam: { method: 'PATCH', path: '/api/v1/team', access: { permission: 'team.edit' } },
  /** { userId } -> 204 */
  transferTeam: { method: 'POST', path: '/api/v1/team/transfer', access: { permission: 'team.transfer' } },
  /** -> 204; out of the team of the header */
  leaveTeam: { method: 'DELETE', path: '/api/v1/team/membership', access: 'person' },
  /** -> { items: Member[] } */
  listMembers: { method: 'GET', path: '/api/v1/members', access: { permission: 'team.read' } },
  /** InviteMemberInput -> 201 Invitation */
  inviteMember: { method: 'POST', path: '/api/v1/members', access: { permission: 'member.manage' } },
  /** UpdateMemberInput -> Member */
  updateMember: { method: 'PATCH', path: '/api/v1/members/{userId}', access: { permission: 'member.manage' } },
  /** -> 204 */
  removeMember: { method: 'DELETE', path: '/api/v1/members/{userId}', access: { permission: 'member.manage' } },
  /** -> InvitationList */
  listInvitations: { method: 'GET', path: '/api/v1/invitations', access: { permission: 'member.manage' } },
  /** -> 204 */
  revokeInvitation: {
    method: 'DELETE',
    path: '/api/v1/invitations/{invitationId}',
    access: { permission: 'member.manage' },
  },
  /** { token } -> Me */
  acceptInvitation: { method: 'POST', path: '/api/v1/invitations/accept', access: 'person' },
  /** -> { items: Member[] }; those with a role in the app */
  listAppMembers: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/members',
    access: { permission: 'app.read', ofApp: true },
  },
  /** AppMemberInput -> Member */
  setAppMember: {
    method: 'PUT',
    path: '/api/v1/apps/{appId}/members/{userId}',
    access: { permission: 'appMember.manage', ofApp: true },
  },
  /** -> { items: CustomRole[] } */
  listRoles: { method: 'GET', path: '/api/v1/roles', access: { permission: 'team.read' } },
  /** CustomRoleInput -> 201 CustomRole */
  createRole: { method: 'POST', path: '/api/v1/roles', access: { permission: 'role.manage' } },
  /** CustomRoleInput -> CustomRole */
  updateRole: { method: 'PUT', path: '/api/v1/roles/{roleId}', access: { permission: 'role.manage' } },
  /** -> 204; whoever had it has it no more */
  deleteRole: { method: 'DELETE', path: '/api/v1/roles/{roleId}', access: { permission: 'role.manage' } },
  /** image or PDF -> 201 TeamDocument */
  addTeamDocument: {
    method: 'POST',
    path: '/api/v1/team/verification/documents',
    access: { permission: 'team.edit' },
  },
  /** VerificationInput -> 201 Verification */
  submitVerification: { method: 'POST', path: '/api/v1/team/verification', access: { permission: 'team.edit' } },
  /** -> Verification, or 404 */
  readVerification: { method: 'GET', path: '/api/v1/team/verification', access: { permission: 'team.edit' } },
  /** `?state` -> { items: Verification[] }, the oldest first */
  listVerifications: { method: 'GET', path: '/api/v1/verifications', access: { permission: 'team.verify' } },
  /** -> the bytes */
  readTeamDocument: {
    method: 'GET',
    path: '/api/v1/verifications/{workspaceId}/documents/{documentId}',
    access: { permission: 'team.verify' },
  },
  /** VerificationDecisionInput -> Verification */
  decideVerification: {
    method: 'POST',
    path: '/api/v1/verifications/{workspaceId}/decision',
    access: { permission: 'team.verify' },
  },
  /** -> StaffList */
  listStaff: { method: 'GET', path: '/api/v1/staff', access: { permission: 'platform.read' } },
  /** SetStaffInput -> StaffList */
  setStaff: { method: 'POST', path: '/api/v1/staff', access: { permission: 'staff.manage' } },
} as const satisfies Readonly<Record<string, ApiRoute>>
