import { createDecipheriv } from 'node:crypto'
import { expect, test } from 'vitest'
import { encryptForApp, signRawData } from './encrypted-data.ts'

test("signs as WeChat's documented example does", () => {
  const rawData =
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}'
  expect(signRawData(rawData, 'HyVFkGl5F5OQWJZZaNzBBg==')).toBe('75e81ceda165f4ffa64f4068af58c64b8f54b88c')
})

test('what it encrypts opens with the session key and carries the watermark', () => {
  const sessionKey = Buffer.from('0123456789abcdef').toString('base64')
  const { encryptedData, iv } = encryptForApp(
    { openId: 'o1' },
    { appId: 'by1', timestamp: 1_700_000_000 },
    { sessionKey, iv: Buffer.alloc(16, 7) },
  )
  const decipher = createDecipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'))
  const text = decipher.update(encryptedData, 'base64', 'utf8') + decipher.final('utf8')
  expect(JSON.parse(text)).toEqual({ openId: 'o1', watermark: { timestamp: 1_700_000_000, appid: 'by1' } })
})
