/** An OpenID provider in the next room, which says about the person whatever a test wants, true or forged. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

export interface OidcProvider {
  issuer: string
  /** Claims of the next token, over what is right. */
  claims: Record<string, unknown>
  /** Signs with a key that nobody knows. */
  isForger: boolean
  /** What a person's browser does there: the address that it comes back to. */
  approve(url: string): string
  stop(): Promise<void>
}

export async function startOidcProvider(clientId: string): Promise<OidcProvider> {
  const [known, unknown] = [newKeys(), newKeys()]
  const jwk = { ...known.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }
  const asked = new Map<string, URLSearchParams>()
  const provider: OidcProvider = {
    issuer: '',
    claims: {},
    isForger: false,
    approve(url) {
      const { searchParams } = new URL(url)
      const code = `code-${asked.size}`
      asked.set(code, searchParams)
      const back = new URL(searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', searchParams.get('state') ?? '')
      return back.href
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  function token(body: URLSearchParams): [number, object] {
    const question = asked.get(body.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (question?.get('code_challenge') !== challenge) return [400, { error: 'invalid_grant' }]
    const { privateKey } = provider.isForger ? unknown : known
    const issuedAt = Math.floor(Date.now() / 1000)
    const id_token = signed(
      {
        ...{ iss: provider.issuer, aud: clientId, sub: 'subject-1', nonce: question.get('nonce') },
        ...{ iat: issuedAt, exp: issuedAt + 300 },
        ...provider.claims,
      },
      privateKey,
    )
    return [200, { access_token: 'access', token_type: 'Bearer', id_token }]
  }

  const server = createServer((request, response) => {
    const say = (status: number, body: object): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration') {
      say(200, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    } else if (request.url === '/keys') {
      say(200, { keys: [jwk] })
    } else {
      const chunks: Uint8Array[] = []
      request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      request.on('end', () => {
        say(...token(new URLSearchParams(Buffer.concat(chunks).toString())))
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  provider.issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return provider
}

const newKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

function signed(claims: object, key: KeyObject): string {
  const text = [{ alg: 'RS256', kid: 'one' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}
