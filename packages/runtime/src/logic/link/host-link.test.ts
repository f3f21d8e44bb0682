import { expect, test } from 'vitest'
import { HostLink } from './host-link.ts'

test('a flood of calls ends in the worker: the host hears a bounded part, and the app hears why', async () => {
  let heard = 0
  const port = { postMessage: () => void (heard += 1), onmessage: null, close: () => {} }
  const link = new HostLink(port, () => 1)
  const refused: string[] = []
  for (let count = 0; count < 20_000; count += 1) {
    link.call('setNavigationBarTitle', {}).catch((error: unknown) => refused.push(String(error)))
  }
  await Promise.resolve()
  await Promise.resolve()
  // A second may have ended while the loop ran.
  expect(heard).toBeGreaterThanOrEqual(2000)
  expect(heard).toBeLessThanOrEqual(4000)
  expect(refused.length).toBe(20_000 - heard)
  expect(refused[0]).toContain('setNavigationBarTitle:fail frequency limit')
})
