import { expect, it } from 'vitest'
import { createLog } from './log.ts'

it('writes no secret and no phone number, however deep and in whatever field', () => {
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => lines.push(line) })
  const secrets = [
    'byk_0123456789abcdefghjk',
    'open sesame',
    '13800138000',
    'eyJhbGciOi.eyJzdWIi.c2ln',
    's3cr3t-in-url',
  ]
  const [key = '', password = '', phone = '', jwt = '', inUrl = ''] = secrets
  const error = new Error(`refused ${key}`, { cause: new Error(`for ${phone}`) })
  log.error({ err: error, request: { headers: { authorization: `Bearer ${jwt}`, cookie: jwt } } }, `call ${phone}`)
  log.warn({ deep: [{ user: { password, phoneNumber: Number(phone) } }], at: `postgres://ada:${inUrl}@db/banyan` })
  log.child({ token: key }).info(`GET /setup?token=${inUrl}&page=2`)
  expect(lines).toHaveLength(3)
  expect(secrets.filter((secret) => lines.join('').includes(secret))).toEqual([])
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { level: 50, msg: 'call [removed]' },
    { level: 40 },
    { msg: 'GET /setup?token=[removed]&page=2' },
  ])
})

it('keeps what is none', () => {
  const lines: string[] = []
  createLog('info', { write: (line) => lines.push(line) }).info(
    { appId: 'by0123456789abcdef', durationMs: 1734567890123, hash: 'a'.repeat(64), hasPassword: true },
    'published 1.2.3 at 2026-01-31T10:00:00.000Z',
  )
  expect(JSON.parse(lines.join(''))).toMatchObject({
    appId: 'by0123456789abcdef',
    durationMs: 1734567890123,
    hash: 'a'.repeat(64),
    hasPassword: true,
    msg: 'published 1.2.3 at 2026-01-31T10:00:00.000Z',
  })
})
