/** Teams: their settings, and the proof of who they are, which staff of the installation judges. */
import { PlatformError } from '@banyan/contract/errors'
import type {
  Team,
  TeamDocument,
  UpdateTeamInput,
  Verification,
  VerificationDecisionInput,
  VerificationInput,
} from '@banyan/contract/teams'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Audit } from '#domains/audit'
import { noteIn } from './audit-note.ts'
import type { Caller } from './caller.ts'
import { documentMediaType } from './document-type.ts'
import { authorize, authorizeOnPlatform } from './policy.ts'
import type { WorkspaceRow } from './store.ts'
import type { DocumentRow, TeamStore, VerificationRow } from './team-store.ts'

const queueLength = 200
const documentsPerTeam = 50
const mostNamed = 100

export type TeamService = ReturnType<typeof createTeamService>

export interface TeamPorts {
  store: TeamStore
  blobs: Blobs
  clock: Clock
  audit: Audit
}

export function createTeamService({ store, blobs, clock, audit }: TeamPorts) {
  const note = noteIn(audit)

  async function find(workspaceId: string): Promise<WorkspaceRow> {
    const row = await store.team(workspaceId)
    if (!row) throw new PlatformError('identity.workspaceNotFound')
    return row
  }

  async function describe(row: VerificationRow): Promise<Verification> {
    const [team, documents] = await Promise.all([find(row.workspace_id), store.documents(row.workspace_id)])
    return presentVerification(row, team, documents)
  }

  return {
    async read(caller: Caller): Promise<Team> {
      authorize(caller, 'team.read')
      return presentTeam(await find(caller.workspaceId))
    },

    async update(caller: Caller, { name, fourEyes }: UpdateTeamInput): Promise<Team> {
      authorize(caller, 'team.edit')
      if (name !== undefined || fourEyes !== undefined) {
        await store.inTransaction(async (inside) => {
          await inside.updateTeam(caller.workspaceId, {
            ...(name !== undefined && { name }),
            ...(fourEyes !== undefined && { four_eyes: fourEyes }),
          })
          const details = { name, fourEyes }
          await note(inside.connection, caller, { action: 'team.update', subject: caller.workspaceId, details })
        })
      }
      return presentTeam(await find(caller.workspaceId))
    },

    /** For lists of staff, which name teams beside their things. */
    namesOf: async (workspaceIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      new Map((await store.teams(workspaceIds)).map(({ id, name }) => [id, name])),
    /** Teams with the text in their name: the first hundred. */
    named: async (part: string): Promise<readonly string[]> =>
      (await store.teamsNamed(part, mostNamed)).map(({ id }) => id),

    /** For whoever decides on versions: whether the one who submitted may also approve. */
    requiresFourEyes: async (workspaceId: string): Promise<boolean> => (await find(workspaceId)).four_eyes,

    async addDocument(caller: Caller, bytes: Buffer): Promise<TeamDocument> {
      authorize(caller, 'team.edit')
      const mediaType = documentMediaType(bytes)
      if (mediaType === undefined) throw new PlatformError('verification.documentInvalid')
      if ((await store.documents(caller.workspaceId)).length >= documentsPerTeam) {
        throw new PlatformError('verification.tooManyDocuments')
      }
      const hash = await blobs.put(bytes)
      await blobs.flush([hash])
      const row = { workspace_id: caller.workspaceId, hash, media_type: mediaType, size_bytes: bytes.length }
      await store.inTransaction(async (inside) => {
        await inside.addDocument({ ...row, created_at: clock.now() })
        await note(inside.connection, caller, { action: 'verification.addDocument', subject: hash })
      })
      return { id: hash, mediaType, sizeBytes: bytes.length }
    },

    async submit(caller: Caller, input: VerificationInput): Promise<Verification> {
      authorize(caller, 'team.edit')
      const row: VerificationRow = {
        workspace_id: caller.workspaceId,
        kind: input.kind,
        legal_name: input.legalName,
        registration_number: input.registrationNumber ?? null,
        documents: [...new Set(input.documents)],
        state: 'submitted',
        reason: null,
        submitted_at: clock.now(),
        decided_at: null,
        decided_by: null,
      }
      await store.inTransaction(async (inside) => {
        await inside.lockTeam(caller.workspaceId)
        const known = new Set((await inside.documents(caller.workspaceId)).map(({ hash }) => hash))
        if (!row.documents.every((hash) => known.has(hash))) throw new PlatformError('verification.documentInvalid')
        if ((await inside.verification(caller.workspaceId))?.state === 'verified') {
          throw new PlatformError('verification.decided')
        }
        await inside.putVerification(row)
        await inside.updateTeam(caller.workspaceId, { verification: 'submitted' })
        await note(inside.connection, caller, { action: 'verification.submit', subject: caller.workspaceId })
      })
      return describe(row)
    },

    async readOwn(caller: Caller): Promise<Verification> {
      authorize(caller, 'team.edit')
      const row = await store.verification(caller.workspaceId)
      if (!row) throw new PlatformError('verification.notFound')
      return describe(row)
    },

    async list(caller: Caller, state: VerificationRow['state']): Promise<Verification[]> {
      authorizeOnPlatform(caller, 'team.verify')
      return Promise.all((await store.verifications(state, queueLength)).map(describe))
    },

    async readDocument(
      caller: Caller,
      { workspaceId, documentId }: { workspaceId: string; documentId: string },
    ): Promise<{ bytes: Buffer; mediaType: string }> {
      authorizeOnPlatform(caller, 'team.verify')
      const row = (await store.documents(workspaceId)).find(({ hash }) => hash === documentId)
      const bytes = row && (await blobs.read(row.hash))
      if (!row || !bytes) throw new PlatformError('verification.notFound')
      return { bytes, mediaType: row.media_type }
    },

    async decide(caller: Caller, workspaceId: string, input: VerificationDecisionInput): Promise<Verification> {
      authorizeOnPlatform(caller, 'team.verify')
      await store.inTransaction(async (inside) => {
        await inside.lockTeam(workspaceId)
        const row = await inside.verification(workspaceId)
        if (!row) throw new PlatformError('verification.notFound')
        const reason = input.state === 'rejected' ? input.reason : null
        const decision = { state: input.state, reason, decided_at: clock.now(), decided_by: caller.id }
        if (!(await inside.decide(workspaceId, decision))) throw new PlatformError('verification.decided')
        const kind = input.state === 'verified' ? { kind: row.kind } : {}
        await inside.updateTeam(workspaceId, { verification: input.state, ...kind })
        const details = { state: input.state, reason }
        const there = { ...caller, workspaceId }
        await note(inside.connection, there, { action: 'verification.decide', subject: workspaceId, details })
      })
      const row = await store.verification(workspaceId)
      if (!row) throw new PlatformError('verification.notFound')
      return describe(row)
    },
  }
}

function presentTeam(row: WorkspaceRow): Team {
  const { id, name, kind, verification } = row
  return { id, name, kind, verification, fourEyes: row.four_eyes, createdAt: row.created_at.toISOString() }
}

function presentVerification(
  row: VerificationRow,
  team: WorkspaceRow,
  documents: readonly DocumentRow[],
): Verification {
  return {
    workspaceId: row.workspace_id,
    teamName: team.name,
    kind: row.kind,
    legalName: row.legal_name,
    registrationNumber: row.registration_number,
    documents: documents
      .filter(({ hash }) => row.documents.includes(hash))
      .map(({ hash, media_type, size_bytes }) => ({ id: hash, mediaType: media_type, sizeBytes: size_bytes })),
    state: row.state,
    reason: row.reason,
    submittedAt: row.submitted_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
  }
}
