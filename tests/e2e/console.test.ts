/** The console as a team uses it, in both languages: from an upload to all users, and back. */
import { rm } from 'node:fs/promises'
import { createClient, type Client } from '@banyan/sdk'
import { startServerProcess, type ServerProcess } from '@banyan/server/testing'
import { makeDataFolder } from '@banyan/server/testing/data-folder.ts'
import { testArchive } from '@banyan/server/testing/package-archive.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { sampleLocales } from '../support/sample.ts'

const email = 'lin@example.com'
const password = 'long enough password'

let folder: string
let server: ServerProcess
let client: Client
let browser: Browser

beforeAll(async () => {
  folder = await makeDataFolder()
  server = await startServerProcess({ BANYAN_DATA: folder })
  client = createClient({ baseUrl: server.ready.localUrl, apiKey: server.ready.seed.apiKey ?? '' })
  const token = new URL(server.ready.setupUrl ?? '').searchParams.get('token') ?? ''
  await createClient({ baseUrl: server.ready.localUrl }).identity.setUp({ token, name: 'Lin', email, password })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  server.child.kill('SIGTERM')
  await server.exited
  await rm(folder, { recursive: true })
})

async function openConsole(locale: 'zh-CN' | 'en', path = '', address = email): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 860 } })
  const page = await context.newPage()
  await page.goto(`${server.ready.localUrl}/console${path}`)
  await page.locator('input[type=email]').fill(address)
  await page.locator('input[type=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('.page h1').waitFor()
  return page
}

const words = {
  'zh-CN': {
    submit: '提交审核',
    publish: '发布',
    rollBack: '回退到上一版',
    rejected: '已驳回',
    live: '线上',
    rotate: '重置密钥',
    newRole: '新建角色',
    name: '名称',
    create: '创建',
    forbidden: '请团队的所有者给你相应的角色。',
  },
  en: {
    submit: 'Submit for review',
    publish: 'Publish',
    rollBack: 'Roll back',
    rejected: 'Rejected',
    live: 'Live',
    rotate: 'Rotate the secret',
    newRole: 'New role',
    name: 'Name',
    create: 'Create',
    forbidden: 'An owner of the team can give you a role that allows it.',
  },
} as const

// Also when the test before has failed half-way.
beforeEach(() => client.review.setPolicy('default', { flow: 'none' }))

for (const locale of sampleLocales('zh-CN')) {
  test(`a version is rejected, mended, published and taken back (${locale})`, async () => {
    const say = words[locale]
    const { id } = await client.apps.create({ name: `Shop ${locale}` })
    const upload = (version: string) =>
      client.releases.upload(id, { version, archive: new Uint8Array(testArchive({ label: version })) })
    await upload('1.0.0')
    await client.releases.publish(id, '1.0.0')
    await upload('1.1.0')

    const page = await openConsole(locale, `/apps/${id}/versions`)
    const row = (version: string) => page.locator(`[data-version="${version}"]`)
    const dialog = page.getByRole('dialog')
    await client.review.setPolicy('default', { flow: 'oneStep', fourEyes: false })
    await row('1.1.0').getByRole('button', { name: say.submit }).click()
    await dialog.getByRole('button', { name: say.submit }).click()
    await expect.poll(async () => (await client.review.list(id)).length).toBe(1)
    const [submission] = await client.review.list(id)
    await client.review.decide(id, submission?.id ?? '', {
      decision: 'reject',
      ruleIds: ['1.1'],
      reason: 'The start page is blank',
    })
    await page.reload()
    await row('1.1.0').getByText(say.rejected, { exact: true }).waitFor()
    await row('1.1.0').getByText('The start page is blank').waitFor()

    await client.review.setPolicy('default', { flow: 'none' })
    await upload('1.1.1')
    await page.reload()
    await row('1.1.1').getByRole('button', { name: say.publish, exact: true }).click()
    await page.getByRole('tooltip').getByRole('button', { name: say.publish, exact: true }).click()
    await row('1.1.1').getByText(say.live, { exact: true }).waitFor()
    expect((await client.releases.readCurrent(id)).version).toBe('1.1.1')

    await page.getByRole('button', { name: say.rollBack }).click()
    await page.getByRole('tooltip').getByRole('button', { name: say.rollBack }).click()
    await row('1.0.0').getByText(say.live, { exact: true }).waitFor()
    expect((await client.releases.readCurrent(id)).version).toBe('1.0.0')
    await page.context().close()
  })
}

for (const locale of sampleLocales('en')) {
  test(`a rotated secret is shown once (${locale})`, async () => {
    const say = words[locale]
    const { id } = await client.apps.create({ name: `Secret ${locale}` })
    const page = await openConsole(locale, `/apps/${id}/secret`)
    await page.getByRole('button', { name: say.rotate }).click()
    await page.getByRole('tooltip').getByRole('button', { name: say.rotate }).click()
    const secret = (await page.getByTestId('secret').textContent()) ?? ''
    expect(secret.length).toBeGreaterThan(20)
    await page.reload()
    await page.locator('.page h1').waitFor()
    expect(await page.content()).not.toContain(secret)
    await page.context().close()
  })
}

test('what others do shows by itself', async () => {
  const page = await openConsole('en')
  await page.locator('.page h1').waitFor()
  const { id } = await client.apps.create({ name: 'Made elsewhere' })
  await page.getByText('Made elsewhere').first().waitFor()
  await client.apps.update(id, { name: 'Renamed elsewhere' })
  await page.getByText('Renamed elsewhere').first().waitFor()
  await page.context().close()
})

test('a gray release tells who would get it, and ends with everybody', async () => {
  const { id } = await client.apps.create({ name: 'Gray' })
  for (const version of ['1.0.0', '1.1.0']) {
    await client.releases.upload(id, { version, archive: new Uint8Array(testArchive({ label: version })) })
  }
  await client.releases.publish(id, '1.0.0')
  const page = await openConsole('en', `/apps/${id}/gray?version=1.1.0`)
  await page.getByLabel('Share of users (%)').fill('100')
  await page.getByLabel('Only for some').fill('os')
  await page.getByLabel('Equals').fill('ios')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByLabel('User id').fill('somebody')
  await page.getByText('the condition does not hold').waitFor()
  await page.getByLabel('Attribute').fill('os')
  await page.getByLabel('Equals').fill('ios')
  await page.getByText('Gets 1.1.0').waitFor()
  await page.getByRole('button', { name: 'Give to everybody' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: 'Give to everybody' }).click()
  await expect.poll(async () => (await client.releases.readCurrent(id)).version).toBe('1.1.0')
  await page.context().close()
})

for (const locale of sampleLocales('en')) {
  test(`a member with a role of the team that lacks publishing is told so (${locale})`, async () => {
    const say = words[locale]
    const { id } = await client.apps.create({ name: `Members ${locale}` })
    await client.releases.upload(id, { version: '1.0.0', archive: new Uint8Array(testArchive()) })
    const page = await openConsole(locale, '/roles')
    await page.getByRole('button', { name: say.newRole }).first().click()
    await page.getByRole('dialog').getByLabel(say.name).fill(`Support ${locale}`)
    await page.getByRole('dialog').getByLabel('logs.read').check()
    await page.getByRole('dialog').getByRole('button', { name: say.create }).click()
    await page.getByText(`Support ${locale}`).waitFor()
    const role = (await client.teams.roles()).find(({ name }) => name === `Support ${locale}`)
    const { url } = await client.identity.inviteMember({ role: 'member', customRole: role?.id ?? '' })
    const token = new URL(url).searchParams.get('token') ?? ''
    const newcomer = `wu-${locale.toLowerCase()}@example.com`
    await createClient({ baseUrl: server.ready.localUrl }).identity.setUp({
      token,
      name: 'Wu',
      email: newcomer,
      password,
    })
    const theirs = await openConsole(locale, `/apps/${id}/versions`, newcomer)
    await theirs.getByRole('button', { name: say.publish, exact: true }).click()
    await theirs.getByRole('tooltip').getByRole('button', { name: say.publish, exact: true }).click()
    await theirs.getByText(say.forbidden).waitFor()
    expect((await client.releases.list(id)).length).toBe(0)
    await theirs.context().close()
    await page.context().close()
  })
}
