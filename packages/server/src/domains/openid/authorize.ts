/** The first half of a sign-in to another program: is the question sound, may it be answered at once, and the code that answers it. */
import { openidScopeSchema, type OpenidScope } from '@banyan/contract/openid'
import { PlatformError } from '@banyan/contract/errors'
import type { Audit } from '#domains/audit'
import { hashSecret, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, randomText, type Ids } from '#infra/ids/ids.ts'
import { OAuthError } from './oauth-error.ts'
import type { ClientRow, OpenidStore } from './store.ts'

/** A question that names a known program and an address of its own: only now may the browser be sent there. */
export interface Question {
  client: ClientRow
  redirectUri: string
  state: string | null
  parameters: URLSearchParams
}

interface SoundQuestion extends Question {
  scopes: OpenidScope[]
  nonce: string | null
  challenge: string
  prompts: ReadonlySet<string>
  /** How long ago the person may have proved who he is. */
  maxAgeSeconds: number | undefined
}

/** Where the browser goes, or what the person is asked first. */
export type Step =
  | { kind: 'go'; url: string }
  | { kind: 'signIn'; question: SoundQuestion }
  | { kind: 'consent'; question: SoundQuestion }

export interface AuthorizePorts {
  store: OpenidStore
  audit: Audit
  clock: Clock
  ids: Ids
  issuer: () => string
}

const codeSeconds = 60
/** `prompt=login`: whoever has just come from the sign-in is not sent back to it. */
const justNowSeconds = 120
/** However young the sign-in must be: so long one may take from it back to here. */
const wayBackSeconds = 30
const singleParameters = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'nonce', 'code_challenge']

export type Authorize = ReturnType<typeof createAuthorize>

export function createAuthorize({ store, audit, clock, ids, issuer }: AuthorizePorts) {
  /** Throws `openid.questionWrong`, which the person sees: nobody knows yet whom else to tell. */
  async function readQuestion(search: string): Promise<Question> {
    const parameters = new URLSearchParams(search)
    const client = await store.client(parameters.get('client_id') ?? '')
    if (!client) throw new PlatformError('openid.questionWrong', { detail: 'client_id' })
    const redirectUri = parameters.get('redirect_uri') ?? ''
    if (!client.redirect_uris.includes(redirectUri)) {
      throw new PlatformError('openid.questionWrong', { detail: 'redirect_uri' })
    }
    const doubled = singleParameters.find((name) => parameters.getAll(name).length > 1)
    if (doubled !== undefined) throw new PlatformError('openid.questionWrong', { detail: doubled })
    return { client, redirectUri, state: parameters.get('state'), parameters }
  }

  function goBack({ redirectUri, state }: Question, answer: Readonly<Record<string, string>>): Step {
    const url = new URL(redirectUri)
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
    if (state !== null) url.searchParams.set('state', state)
    // RFC 9207: a program that knows several providers sees which one has answered.
    url.searchParams.set('iss', issuer())
    return { kind: 'go', url: url.href }
  }

  async function issueCode(question: SoundQuestion, caller: Caller, signedInAt: Date): Promise<Step> {
    const code = randomText(ids, 40)
    const now = clock.now()
    await store.addCode(
      {
        code_hash: hashSecret(code),
        client_id: question.client.id,
        user_id: caller.id,
        redirect_uri: question.redirectUri,
        scopes: question.scopes,
        nonce: question.nonce,
        challenge: question.challenge,
        family: newId(ids, 'family'),
        signed_in_at: signedInAt,
        used_at: null,
        expires_at: new Date(now.getTime() + codeSeconds * 1000),
      },
      now,
    )
    return goBack(question, { code })
  }

  async function decide(question: SoundQuestion, caller: Caller | undefined, says: boolean | undefined): Promise<Step> {
    const { prompts, maxAgeSeconds, client } = question
    const signedInAt = caller?.kind === 'person' ? caller.confirmedAt : null
    const ageSeconds = signedInAt === null ? Infinity : (clock.now().getTime() - signedInAt.getTime()) / 1000
    if (!caller || signedInAt === null || ageSeconds > (maxAgeSeconds ?? Infinity)) {
      if (prompts.has('none')) throw new OAuthError('login_required', 'nobody has signed in lately enough')
      return { kind: 'signIn', question }
    }
    if (says === false) throw new OAuthError('access_denied', 'the person does not want it')
    const granted = await store.grant(caller.id, client.id)
    const isGranted = granted !== undefined && question.scopes.every((scope) => granted.scopes.includes(scope))
    if (says === undefined && (!isGranted || prompts.has('consent'))) {
      if (prompts.has('none')) throw new OAuthError('consent_required', 'the person has not agreed yet')
      return { kind: 'consent', question }
    }
    if (!isGranted) await writeGrant(question, caller, granted?.scopes ?? [])
    return issueCode(question, caller, signedInAt)
  }

  async function writeGrant(
    { client, scopes }: SoundQuestion,
    caller: Caller,
    before: readonly string[],
  ): Promise<void> {
    await store.inTransaction(async (inside) => {
      const all = [...new Set([...before, ...scopes])]
      await inside.putGrant({ user_id: caller.id, client_id: client.id, scopes: all, granted_at: clock.now() })
      const details = { name: client.name, scopes: all }
      await audit.record(inside.connection, { actor: caller, action: 'openid.consent', subject: client.id, details })
    })
  }

  return {
    /** `says` is what the person has answered to being asked; undefined while he was not. */
    async answer(search: string, caller: Caller | undefined, says?: boolean): Promise<Step> {
      const question = await readQuestion(search)
      try {
        return await decide(soundQuestion(question), caller, says)
      } catch (error) {
        if (!(error instanceof OAuthError)) throw error
        return goBack(question, { error: error.code, error_description: error.description })
      }
    },
  }
}

function soundQuestion(question: Question): SoundQuestion {
  const { parameters } = question
  const wrong = (what: string): OAuthError => new OAuthError('invalid_request', what)
  if (parameters.get('response_type') !== 'code') throw new OAuthError('unsupported_response_type', 'only code')
  if (parameters.has('request') || parameters.has('request_uri')) {
    throw new OAuthError('request_not_supported', 'parameters come in the query')
  }
  if (![null, 'query'].includes(parameters.get('response_mode'))) throw wrong('response_mode')
  const challenge = parameters.get('code_challenge') ?? ''
  if (!/^[\w-]{43}$/.test(challenge) || parameters.get('code_challenge_method') !== 'S256') {
    throw wrong('code_challenge with code_challenge_method=S256 is needed')
  }
  const asked = new Set((parameters.get('scope') ?? '').split(' '))
  if (!asked.has('openid')) throw new OAuthError('invalid_scope', 'scope must have openid')
  const prompts = new Set((parameters.get('prompt') ?? '').split(' ').filter((each) => each !== ''))
  if (prompts.has('none') && prompts.size > 1) throw wrong('prompt')
  const maxAge = parameters.get('max_age')
  if (maxAge !== null && !/^\d{1,9}$/.test(maxAge)) throw wrong('max_age')
  const nonce = parameters.get('nonce')
  if (nonce !== null && nonce.length > 500) throw wrong('nonce')
  const ages = [
    ...(maxAge === null ? [] : [Math.max(Number(maxAge), wayBackSeconds)]),
    ...(prompts.has('login') ? [justNowSeconds] : []),
  ]
  return {
    ...question,
    // What is asked beyond these is left out, as OpenID Connect says.
    scopes: openidScopeSchema.options.filter((scope) => asked.has(scope)),
    nonce,
    challenge,
    prompts,
    maxAgeSeconds: ages.length === 0 ? undefined : Math.min(...ages),
  }
}
