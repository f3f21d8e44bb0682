import { expect, test } from 'vitest'
import { createAnimation } from './logic/animation.ts'

test('records steps in the form that an animation attribute takes', () => {
  const animation = createAnimation({ duration: 300 })
  const call = (name: string, ...args: unknown[]): unknown => {
    const method = animation[name]
    return typeof method === 'function' ? method(...args) : undefined
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
