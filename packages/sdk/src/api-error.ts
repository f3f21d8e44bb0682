import type { Problem } from '@banyan/contract/errors'

/** What kept a call from succeeding: a code of the platform's error table, or why there was no answer at all. */
export type ApiErrorCode = Problem['code'] | 'client.unreachable' | 'client.timeout' | 'client.notBanyan'

/**
 * Thrown by every function of the client. `code` is stable and meant to be compared; `message` is for people, in the client's language.
 *
 * @example
 * try {
 *   await client.releases.publish(appId, '1.0.0')
 * } catch (error) {
 *   if (error instanceof ApiError && error.code === 'release.versionNotFound') console.error('Upload it first')
 *   else throw error
 * }
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ApiErrorCode
  /** HTTP status, 0 when there was no answer. */
  readonly status: number
  /** What exactly was wrong, in English. */
  readonly detail: string | undefined
  readonly issues: Problem['issues']
  /** Quote it to the platform's operator; their log has it. */
  readonly requestId: string | undefined

  constructor(message: string, facts: ApiErrorFacts) {
    super(facts.detail === undefined ? message : `${message}: ${facts.detail}`, { cause: facts.cause })
    this.code = facts.code
    this.status = facts.status
    this.detail = facts.detail
    this.issues = facts.issues
    this.requestId = facts.requestId
  }
}

interface ApiErrorFacts {
  code: ApiErrorCode
  status: number
  detail?: string | undefined
  issues?: Problem['issues']
  requestId?: string | undefined
  cause?: unknown
}
