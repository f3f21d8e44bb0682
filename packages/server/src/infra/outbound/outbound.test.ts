import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { request } from 'undici'
import { AddressRefused, createOutbound, type Outbound, type ResolveHost } from './outbound.ts'
import { isPublicAddress } from './public-address.ts'

let victim: Server
let port: number
let hits = 0
beforeAll(async () => {
  victim = createServer((_request, response) => {
    hits++
    response.end('inner secret')
  })
  await new Promise<void>((resolve) => victim.listen(0, '127.0.0.1', resolve))
  port = addressOf(victim).port
})
afterAll(() => new Promise((resolve) => victim.close(resolve)))

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address
}

const literals = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0x7f.1',
  '0',
  '0.0.0.0',
  '127.255.255.254',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:0:0:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[::127.0.0.1]',
  '169.254.169.254',
  '[fd00:ec2::254]',
  '100.100.100.200',
  '100.64.0.1',
  '198.18.0.1',
  '198.19.255.255',
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.0.0.192',
  '192.0.2.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '[fe80::1]',
  '[fc00::1]',
  '[fdff::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[fec0::1]',
  '[100::1]',
  '[::ffff:169.254.169.254]',
  '[3fff::1]',
  '[5f00::1]',
] as const

async function outcome(outbound: Outbound, url: string): Promise<unknown> {
  try {
    const { body } = await request(url, { dispatcher: outbound.guarded, signal: AbortSignal.timeout(5000) })
    return await body.text()
  } catch (error) {
    return error
  }
}

/** Answers each lookup of any name with the next of these lists; the last one stays. */
function resolving(...answers: readonly (readonly string[])[]): { resolve: ResolveHost; lookups: () => number } {
  let count = 0
  return {
    lookups: () => count,
    resolve(_hostname, done) {
      const addresses = answers[Math.min(count++, answers.length - 1)] ?? []
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    },
  }
}

describe('a guarded call', () => {
  it.each(literals)('does not reach http://%s', async (host) => {
    const outbound = createOutbound()
    const before = hits
    expect(await outcome(outbound, `http://${host}:${port}/`)).toBeInstanceOf(AddressRefused)
    expect(hits).toBe(before)
    await outbound.close()
  })

  it.each(['localhost', 'localhost.', 'LOCALHOST', 'a.localhost'])(
    'does not reach this machine by the name %s',
    async (host) => {
      const outbound = createOutbound()
      const before = hits
      expect(await outcome(outbound, `http://${host}:${port}/`)).toBeInstanceOf(Error)
      expect(hits).toBe(before)
      await outbound.close()
    },
  )

  it.each([
    ['that leads to this machine', ['127.0.0.1']],
    ['that leads to this machine by IPv6', ['::1']],
    ['that leads to a metadata service', ['169.254.169.254']],
    ['of which one address of several is private', ['93.184.216.34', '127.0.0.1']],
    ['that hides IPv4 in IPv6', ['::ffff:127.0.0.1']],
    ['that has no address', []],
  ])('refuses a name %s', async (_case, addresses) => {
    const outbound = createOutbound(resolving(addresses))
    const before = hits
    expect(await outcome(outbound, `http://rebind.example:${port}/`)).toBeInstanceOf(Error)
    expect(hits).toBe(before)
    await outbound.close()
  })

  it('connects to the address that was checked, and checks again for the next connection', async () => {
    const { resolve, lookups } = resolving(['192.0.2.1'], ['127.0.0.1'])
    const outbound = createOutbound({ resolve })
    const before = hits
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await outcome(outbound, `http://rebind.example:${port}/`)).toBeInstanceOf(AddressRefused)
    }
    expect(lookups()).toBe(3)
    expect(hits).toBe(before)
    await outbound.close()
  })

  it('would have reached the victim without the guard', async () => {
    const outbound = createOutbound()
    const { body } = await request(`http://127.0.0.1:${port}/`, { dispatcher: outbound.unguarded })
    expect(await body.text()).toBe('inner secret')
    await outbound.close()
  })
})

describe('public addresses', () => {
  it.each([
    '93.184.216.34',
    '1.1.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '192.169.0.1',
    '2606:4700:4700::1111',
    '2400:3200::1',
  ])('counts %s as public', (address) => expect(isPublicAddress(address)).toBe(true))
  it.each(['', 'example.com', '1.2.3', '::g'])('counts %j as not public', (text) =>
    expect(isPublicAddress(text)).toBe(false),
  )
})
