/** The gateway's verdict about each form of an address is the browser's; what it refuses beyond that it refuses for everybody. */
import { isListed, listedOrigin, urlForms } from '@banyan/cli/selftest'
import { gatewayHeader } from '@banyan/contract/gateway'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Platform, startPlatform } from '../support/platform.ts'

let platform: Platform
let appId: string

beforeAll(async () => {
  platform = await startPlatform()
  appId = await platform.createApp('Forms')
  await platform.client.apps.update(appId, { requestDomains: [{ origin: listedOrigin }] })
})
afterAll(() => platform.stop())

async function isAccepted(form: string): Promise<boolean> {
  const answer = await fetch(`${platform.origin}/gateway/${appId}`, {
    method: 'POST',
    headers: {
      origin: platform.origin,
      'content-type': 'application/octet-stream',
      [gatewayHeader.url]: encodeURIComponent(form),
      [gatewayHeader.method]: 'GET',
      [gatewayHeader.headers]: '',
      [gatewayHeader.timeout]: '1000',
    },
  })
  const problem: unknown = await answer.json().catch(() => undefined)
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
  return code !== 'gateway.urlInvalid' && code !== 'gateway.originRefused'
}

test.each(urlForms.map(([form, expected]) => ({ form, expected })))('$form', async ({ form, expected }) => {
  expect(isListed(form, listedOrigin)).toBe(expected)
  // An address that carries credentials is refused, whosever it is.
  const carriesCredentials = URL.parse(form)?.username !== undefined && URL.parse(form)?.username !== ''
  expect(await isAccepted(form)).toBe(expected && !carriesCredentials)
})
