/** An error as OAuth 2 has it, for programs that speak it. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_token'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'access_denied'
  | 'login_required'
  | 'consent_required'
  | 'request_not_supported'

export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  readonly code: OAuthErrorCode
  /** What was wrong, for whoever writes the program. */
  readonly description: string

  constructor(code: OAuthErrorCode, description: string) {
    super(`${code}: ${description}`)
    this.code = code
    this.description = description
  }
}
