/** Push messages to browsers: encrypted for the device by RFC 8291, signed for the push service by RFC 8292. */
import { createCipheriv, createECDH, createPrivateKey, hkdfSync, sign, type ECDH } from 'node:crypto'

export interface DeviceKeys {
  p256dh: string
  auth: string
}

export interface VapidKeys {
  /** Uncompressed point and number, base64url. */
  publicKey: string
  privateKey: string
}

const curve = 'prime256v1'
const recordSize = 4096
const vapidHours = 12

export function createVapidKeys(): VapidKeys {
  const keys = createECDH(curve)
  keys.generateKeys()
  return { publicKey: keys.getPublicKey('base64url'), privateKey: keys.getPrivateKey('base64url') }
}

export function newSenderKeys(): ECDH {
  const keys = createECDH(curve)
  keys.generateKeys()
  return keys
}

/** `aes128gcm` of RFC 8188 with one record. */
export function encryptForDevice(
  text: string,
  device: DeviceKeys,
  { sender, salt }: { sender: ECDH; salt: Buffer },
): Buffer {
  const devicePublic = Buffer.from(device.p256dh, 'base64url')
  const senderPublic = sender.getPublicKey()
  const shared = sender.computeSecret(devicePublic)
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), devicePublic, senderPublic])
  const secret = derive(shared, Buffer.from(device.auth, 'base64url'), keyInfo, 32)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.update(Buffer.of(2)), cipher.final()])
  const header = Buffer.alloc(21)
  salt.copy(header)
  header.writeUInt32BE(recordSize, 16)
  header.writeUInt8(senderPublic.length, 20)
  return Buffer.concat([header, senderPublic, sealed, cipher.getAuthTag()])
}

/** The header that says who sends: a JWT for the origin of the push service. */
export function vapidHeader(
  endpoint: string,
  keys: VapidKeys,
  { now, subject }: { now: Date; subject: string },
): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const expires = Math.floor(now.getTime() / 1000) + vapidHours * 3600
  const text = `${encode({ typ: 'JWT', alg: 'ES256' })}.${encode({ aud: new URL(endpoint).origin, exp: expires, sub: subject })}`
  const point = Buffer.from(keys.publicKey, 'base64url')
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
      d: keys.privateKey,
    },
  })
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return `vapid t=${text}.${signature}, k=${keys.publicKey}`
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
