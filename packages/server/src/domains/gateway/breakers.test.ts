import { PlatformError } from '@banyan/contract/errors'
import { describe, expect, it } from 'vitest'
import { createBreakers } from './breakers.ts'

const away = (): Promise<never> => Promise.reject(new PlatformError('gateway.unreachable', { detail: 'connect error' }))
const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof PlatformError ? error.detail : error),
  )

describe('a server that does not answer', () => {
  it('is not asked again for a while, by this app alone', async () => {
    const through = createBreakers()
    let asked = 0
    const ask = (): Promise<never> => {
      asked++
      return away()
    }
    for (let count = 0; count < 15; count++) await outcome(through('one', 'https://a.example', ask))
    expect(asked).toBe(10)
    expect(await outcome(through('one', 'https://a.example', ask))).toBe('the server has not answered for a while')
    expect(await outcome(through('one', 'https://b.example', () => Promise.resolve(1)))).toBe('answered')
    expect(await outcome(through('two', 'https://a.example', () => Promise.resolve(1)))).toBe('answered')
  })

  it('is asked on when it answers in between', async () => {
    const through = createBreakers()
    for (let count = 0; count < 30; count++) {
      const work = count % 9 === 8 ? () => Promise.resolve(1) : away
      expect(await outcome(through('one', 'https://a.example', work))).not.toContain('for a while')
    }
  })

  it.each([
    new PlatformError('gateway.addressRefused', { detail: 'no' }),
    new PlatformError('gateway.timeout', { detail: 'no' }),
    new PlatformError('gateway.unreachable', { detail: 'no', cause: new DOMException('left', 'AbortError') }),
  ])('is not one that was refused to the app, or that the user did not wait for: $code', async (error) => {
    const through = createBreakers()
    const refused = (): Promise<never> => Promise.reject(error)
    for (let count = 0; count < 20; count++) await outcome(through('one', 'https://a.example', refused))
    expect(await outcome(through('one', 'https://a.example', refused))).toBe('no')
  })
})
