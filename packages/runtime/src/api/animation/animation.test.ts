import { expect, test } from 'vitest'
import { createAnimation } from './logic/animation.ts'

test('records steps in the form that an animation attribute takes', () => {
  const animation = createAnimation({ duration: 300 })
  const call = (name: string, ...args: unknown[]): unknown => {
    const method = animation[name]
    return typeof method === 'function' ? method.apply(animation, args) : undefined
  }
  call('translateX', 10)
  call('opacity', 0)
  call('opacity', 1)
  call('width', 20)
  call('step', { delay: 5 })
  expect(call('export')).toEqual({
    actions: [
      {
        animates: [
          { type: 'translateX', args: [10] },
          { type: 'style', args: ['opacity', 1] },
          { type: 'style', args: ['width', '20px'] },
        ],
        option: { transformOrigin: '50% 50% 0', transition: { duration: 300, timingFunction: 'linear', delay: 5 } },
      },
    ],
  })
  expect(call('export')).toEqual({ actions: [] })
})

test('goes on in a copy, whose option the app may change: data copies what is put into it', () => {
  const original = createAnimation({ duration: 300 })
  const copy: Record<string, unknown> = { ...original, option: { transition: { duration: 0 } } }
  const call = (name: string, ...args: unknown[]): unknown => {
    const method = copy[name]
    return typeof method === 'function' ? method.apply(copy, args) : undefined
  }
  expect(call('translateX', 10)).toBe(copy)
  expect(call('step')).toBe(copy)
  expect(call('export')).toMatchObject({ actions: [{ option: { transition: { duration: 0 } } }] })
})
