/** What of the platform's tables is a team's, and leaves with it. */
import type { TeamRules } from '#infra/backup/team-format.ts'

const ofVisitors = 'in (select visitor_id from app_users where app_id in $apps)'

export const teamRules: TeamRules = {
  where: {
    workspaces: 'id = $team',
    users: 'id in (select user_id from memberships where workspace_id = $team)',
    visitors: `id ${ofVisitors}`,
    user_accounts: `visitor_id ${ofVisitors}`,
    notice_preferences: `visitor_id ${ofVisitors}`,
    user_consents: 'app_id in $apps',
    settings: "(scope = 'workspace' and owner = $team) or (scope = 'app' and owner in $apps)",
    setting_changes: "(scope = 'workspace' and owner = $team) or (scope = 'app' and owner in $apps)",
  },
  staying: new Set([
    // Ways to prove who one is hold for the platform that gave them.
    ...['sessions', 'api_keys', 'setup_links', 'second_factors', 'recovery_codes', 'passkeys', 'one_time_codes'],
    ...['sso_accounts', 'login_codes', 'phone_codes', 'access_tokens', 'visitor_tokens', 'user_email_codes'],
    ...['openid_clients', 'openid_grants', 'openid_codes', 'openid_tokens', 'openid_keys'],
    ...['user_passkeys', 'user_sso_accounts', 'user_challenges'],
    ...['push_devices', 'push_keys', 'preview_links', 'signing_keys', 'sealing_keys'],
    // What happened there.
    ...['gateway_log', 'deliveries', 'idempotent_requests', 'events', 'event_cursors', 'event_retries', 'backups'],
    ...['rate_limits', 'media_checks', 'temporary_media'],
    // What the platform decided for itself.
    ...['platform_facts', 'content_words', 'content_words_version', 'review_policies'],
  ]),
  // The chain of the audit log is the platform's that wrote it, and whom another platform has verified is its own affair.
  readOnly: new Set(['audit_entries', 'team_documents', 'team_verifications']),
  blank: {
    users: { password_hash: null, platform_role: null, is_platform_owner: false },
    workspaces: { verification: 'none' },
    app_users: { session_key: null, session_expires_at: null },
    // An address inside the other platform's network means something else here.
    app_request_domains: { upstream: null },
  },
}
