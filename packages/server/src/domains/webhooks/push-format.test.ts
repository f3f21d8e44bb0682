import { createDecipheriv } from 'node:crypto'
import { expect, test } from 'vitest'
import { encryptPush, pushXml, signPush } from './push-format.ts'

const keys = {
  appId: 'wxba5fad812f8e6fb9',
  token: 'AAAAA',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
}

test('signs the parts in alphabetical order, whatever order they come in', () => {
  expect(signPush('b', 'a', 'c')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d')
  expect(signPush('c', 'b', 'a')).toBe(signPush('a', 'b', 'c'))
})

test('encrypts so that the reader finds length, message and app id behind 16 random bytes', () => {
  const text = '{"Content":"你好"}'
  const encrypted = encryptPush(text, keys, Buffer.alloc(16, 1))
  const key = Buffer.from(`${keys.encodingAesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
  expect(plain.length % 32).toBe(0)
  const length = plain.readUInt32BE(16)
  expect(plain.subarray(20, 20 + length).toString()).toBe(text)
  const padding = plain.at(-1) ?? 0
  expect(plain.subarray(20 + length, plain.length - padding).toString()).toBe(keys.appId)
})

test('writes XML whose texts cannot end their section', () => {
  expect(pushXml({ A: 1, B: 'x]]>y', C: { D: '<' }, E: ['1', '2'] })).toBe(
    '<xml><A>1</A><B><![CDATA[x]]]]><![CDATA[>y]]></B><C><D><![CDATA[<]]></D></C><E><![CDATA[1]]></E><E><![CDATA[2]]></E></xml>',
  )
})
