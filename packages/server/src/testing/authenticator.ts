/** A security key in software: makes passkeys and signs with them, as WebAuthn has it. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface Authenticator {
  credentialId: string
  /** What `navigator.credentials.create` answers. */
  register(challenge: string): Record<string, unknown>
  /** What `navigator.credentials.get` answers. */
  authenticate(challenge: string): Record<string, unknown>
}

const present = 1
const verified = 4
const attested = 0x40

export function createAuthenticator({
  origin,
  isVerifying = true,
}: {
  origin: string
  isVerifying?: boolean
}): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const credentialId = id.toString('base64url')
  let counter = 0

  const dataOf = (flags: number, rest: Buffer = Buffer.alloc(0)): Buffer => {
    const head = Buffer.alloc(5)
    head.writeUInt8(present | (isVerifying ? verified : 0) | flags, 0)
    head.writeUInt32BE(++counter, 1)
    const hash = createHash('sha256').update(new URL(origin).hostname).digest()
    return Buffer.concat([hash, head, rest])
  }
  const clientDataOf = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin }))
  const wrap = (response: Record<string, string>): Record<string, unknown> => ({
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

  return {
    credentialId,
    register(challenge) {
      const coordinates = [jwk.x, jwk.y].map((text) => Buffer.from(text ?? '', 'base64url'))
      // {1: 2, 3: -7, -1: 1, -2: x, -3: y}, as COSE writes a P-256 key
      const key = Buffer.concat([
        Buffer.from('a501020326200121', 'hex'),
        bytes(coordinates[0]),
        Buffer.from('22', 'hex'),
        bytes(coordinates[1]),
      ])
      const length = Buffer.from([0, id.length])
      const data = dataOf(attested, Buffer.concat([Buffer.alloc(16), length, id, key]))
      const object = Buffer.concat([
        Buffer.from('a3', 'hex'),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from('a0', 'hex'),
        text('authData'),
        bytes(data),
      ])
      return wrap({
        clientDataJSON: clientDataOf('webauthn.create', challenge).toString('base64url'),
        attestationObject: object.toString('base64url'),
      })
    },
    authenticate(challenge) {
      const clientData = clientDataOf('webauthn.get', challenge)
      const data = dataOf(0)
      const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
      return wrap({
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      })
    },
  }
}

function bytes(content: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([Buffer.from([0x58, content.length]), content])
}

function text(content: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + content.length]), Buffer.from(content)])
}
