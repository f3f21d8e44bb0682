import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.ts'

it('knows the password, and no other', async () => {
  const stored = await hashPassword('correct horse battery')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(stored, 'correct horse battery')).toBe(true)
  expect(await verifyPassword(stored, 'wrong horse battery')).toBe(false)
  expect(await verifyPassword(undefined, 'correct horse battery')).toBe(false)
})

it('answers 503 to who comes when the line is full, and serves those who stand in it', async () => {
  const stored = await hashPassword('correct horse battery')
  const asked = Array.from({ length: 130 }, () => verifyPassword(stored, 'correct horse battery'))
  const answers = await Promise.allSettled(asked)
  const refused = answers.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(28)
  expect(refused).toMatchObject(Array.from({ length: 28 }, () => ({ reason: { code: 'server.unavailable' } })))
  expect(answers.filter((each) => each.status === 'fulfilled' && each.value)).toHaveLength(102)
})
