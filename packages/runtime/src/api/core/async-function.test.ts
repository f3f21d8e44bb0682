import { expect, test } from 'vitest'
import { ApiError } from '../../logic/context.ts'
import { asyncFunction } from './logic/async-function.ts'
import { rulesOf } from './logic/rule-book.ts'
import { describeViolation } from './logic/rules.ts'

const add = asyncFunction('add', ({ a }) => ({ sum: Number(a) + 1 }), { a: 'Number' })

test('with a callback it returns nothing and tells success, then complete', async () => {
  const heard: unknown[] = []
  const returned = add({
    a: 1,
    success: (result: unknown) => heard.push(['success', result]),
    complete: (result: unknown) => heard.push(['complete', result]),
  })
  expect(returned).toBeUndefined()
  await expect
    .poll(() => heard)
    .toEqual([
      ['success', { sum: 2, errMsg: 'add:ok' }],
      ['complete', { sum: 2, errMsg: 'add:ok' }],
    ])
})

test('without callbacks it is a promise', async () => {
  await expect(add({ a: 1 })).resolves.toEqual({ sum: 2, errMsg: 'add:ok' })
})

test('wrong parameters fail in the words of WeChat', async () => {
  await expect(add({})).rejects.toEqual({
    errMsg: 'add:fail parameter error: parameter.a should be Number instead of Undefined;',
    errno: 1001,
  })
  await expect(add({ a: '1' })).rejects.toMatchObject({
    errMsg: 'add:fail parameter error: parameter.a should be Number instead of String;',
  })
})

test('an error of the function keeps its text and number', async () => {
  const refuse = asyncFunction('refuse', () => {
    throw new ApiError('refuse:fail no', 7)
  })
  await expect(refuse()).rejects.toEqual({ errMsg: 'refuse:fail no', errno: 7 })
})

test('all wrong parameters are named, in one text', () => {
  expect(describeViolation({ package: 1 }, rulesOf('requestPayment'))).toBe(
    'parameter.timeStamp should be String instead of Undefined;parameter.nonceStr should be String instead of Undefined;' +
      'parameter.package should be String instead of Number;parameter.paySign should be String instead of Undefined;',
  )
  expect(rulesOf('getSetting')).toEqual({})
})

test('what WeChat fills in itself is checked only where it is given', () => {
  expect(describeViolation({}, rulesOf('showToast'))).toBeUndefined()
  expect(describeViolation({ title: undefined }, rulesOf('showToast'))).toBe(
    'parameter.title should be String instead of Undefined;',
  )
})
