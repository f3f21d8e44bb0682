import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestServer, type TestServer } from '#testing/test-server.ts'
import { lettersTo, openUserBrowser, type UserBrowser } from '#testing/user-browser.ts'

let server: TestServer
let appId: string
let templateId: string
let token: string
const waitsFor = { timeout: 20_000, interval: 200 }

beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp('Corner shop')
  const base = `/api/v1/apps/${appId}`
  const { secret } = await server.json('POST', `${base}/secret`, { key: server.ownerKey })
  const body = { grant_type: 'client_credential', appid: appId, secret }
  token = String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
  const template = { title: 'Your coffee', kind: 'longTerm', keywords: [{ name: 'What', type: 'thing' }] }
  const made = await server.json('POST', `${base}/message-templates`, { key: server.ownerKey, body: template })
  templateId = String(made['id'])
})
afterAll(() => server.stop())

let count = 0
let address = ''
let person: UserBrowser
let openId = ''
beforeEach(async () => {
  address = `reader-${++count}@example.com`
  ;({ person, openId } = await reader(address))
})

async function reader(email: string): Promise<{ person: UserBrowser; openId: string }> {
  const browser = openUserBrowser(server)
  expect((await browser.signInByEmail(email)).status).toBe(200)
  expect((await browser.call('POST', `/a/${appId}/-/login`)).status).toBe(200)
  const answers = { answers: { [templateId]: 'accept' }, isKept: true }
  expect((await browser.call('POST', `/a/${appId}/-/subscribe`, answers)).status).toBe(200)
  const { users } = z
    .looseObject({ users: z.array(z.object({ openId: z.string() })) })
    .parse(await (await browser.call('GET', '/api/v1/user/data')).json())
  return { person: browser, openId: users[0]?.openId ?? '' }
}

const prefer = async (browser: UserBrowser, preferences: object): Promise<void> => {
  const body = { quietFrom: 0, quietTo: 0, timeZone: 'UTC', ...preferences }
  expect((await browser.call('POST', '/inbox/preferences', body)).status).toBe(204)
}

async function send(to: string, what: string): Promise<string> {
  const body = { touser: to, template_id: templateId, data: { thing1: { value: what } } }
  const path = `/cgi-bin/message/subscribe/send?access_token=${token}`
  return String((await server.json('POST', path, { body }))['msgid'])
}

/** Whatever was sent before has gone out once this letter has come. */
async function lettersOfAll(): Promise<void> {
  const other = `after-${count}@example.com`
  const last = await reader(other)
  await prefer(last.person, { byMail: true })
  await send(last.openId, 'last')
  await expect.poll(() => messagesTo(other), waitsFor).toHaveLength(1)
}

const messagesTo = async (to: string): Promise<string[]> =>
  (await lettersTo(server, to)).filter((text) => text.includes('Your coffee'))

it('a message comes as a letter to whoever wants that, and leads to the message', async () => {
  await prefer(person, { byMail: true })
  expect(await (await person.call('GET', '/inbox/preferences')).json()).toMatchObject({ byMail: true })
  expect(await (await person.call('GET', '/inbox/')).text()).toContain(address)
  const id = await send(openId, 'Flat white')
  await expect.poll(() => messagesTo(address), waitsFor).toHaveLength(1)
  const [letter = ''] = await messagesTo(address)
  expect(letter).toContain('Subject: Corner shop: Your coffee')
  expect(letter).toContain('What: Flat white')
  expect(letter).toContain(`/inbox/open/${appId}/${id}`)
})

it('no letter comes to whoever has not asked for one, nor at quiet hours', async () => {
  await send(openId, 'Espresso')
  const evening = `evening-${count}@example.com`
  const other = await reader(evening)
  const hour = new Date().getUTCHours()
  const quiet = { quietFrom: ((hour + 23) % 24) * 60, quietTo: ((hour + 2) % 24) * 60 }
  await prefer(other.person, { byMail: true, ...quiet })
  await send(other.openId, 'Espresso')
  await lettersOfAll()
  expect(await messagesTo(address)).toEqual([])
  expect(await messagesTo(evening)).toEqual([])
})
