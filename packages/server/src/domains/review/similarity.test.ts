import { submissionSchema } from '@banyan/contract/review'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let neighbour: string
/** None looks like another. */
const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fig', 'Ginkgo'].values()
beforeAll(async () => {
  server = await startTestServer()
  neighbour = (await server.createTenant()).key
  for (const flow of ['team', 'neighbour']) await allowReview(flow)
}, 60_000)
afterAll(() => server.stop())

async function allowReview(name: string): Promise<void> {
  const key = name === 'team' ? server.ownerKey : neighbour
  const app = await server.json('POST', '/api/v1/apps', { key, body: { name } })
  await server.call('PUT', `/api/v1/platform/review-policies/team:${String(app['workspaceId'])}`, {
    key: server.ownerKey,
    body: { flow: 'automatic' },
  })
}

/** A program of three hundred statements. */
function program(name: string): string[] {
  return Array.from({ length: 300 }, (_, at) => `const ${name}${at} = load${at * 7}(${name}${at - 1}, "${at}")`)
}

/** Hands a new app with this code in, and says what the check of likeness found. */
async function similarityOf(key: string, code: readonly string[]): Promise<{ appId: string; found: object }> {
  const { id } = await server.json('POST', '/api/v1/apps', { key, body: { name: names.next().value } })
  const appId = String(id)
  await server.json('POST', `/api/v1/apps/${appId}/versions?version=1.0.0`, {
    key,
    body: testArchive({ script: `$banyan({}); ${code.join('\n')}`, label: appId }),
    headers: { 'content-type': 'application/zip' },
  })
  const answer = await server.json('POST', `/api/v1/apps/${appId}/submissions`, { key, body: { version: '1.0.0' } })
  const { checks } = submissionSchema.parse(answer)
  const { outcome, evidence } = checks.find(({ check }) => check === 'similarity') ?? { outcome: undefined }
  return { appId, found: { outcome, evidence } }
}

it('a version that copies the code of another team’s app is shown to whoever reviews it, though no file is the same', async () => {
  const original = program('shop')
  const first = await similarityOf(server.ownerKey, original)
  expect(first.found).toEqual({ outcome: 'passed', evidence: [] })

  const copy = [...original.slice(150), 'console.warn("moved")', ...original.slice(0, 150)]
  const what = (other: string): object => ({
    where: 'the code',
    what: expect.stringMatching(`^\\d+ percent as in ${other}$`),
  })
  const hidden = await similarityOf(neighbour, copy)
  expect(hidden.found).toEqual({ outcome: 'warning', evidence: [what('a mini-program that is not published')] })

  expect((await server.publish(first.appId, '1.0.0')).status).toBe(201)
  const shown = await similarityOf(neighbour, [...copy, 'console.warn("again")'])
  expect(shown.found).toEqual({ outcome: 'warning', evidence: [what(first.appId)] })

  expect((await similarityOf(neighbour, program('clinic'))).found).toEqual({ outcome: 'passed', evidence: [] })
})

it('what a team has in several apps of its own is its own affair', async () => {
  const code = program('mine')
  await similarityOf(neighbour, code)
  expect((await similarityOf(neighbour, [...code, 'console.warn(1)'])).found).toEqual({
    outcome: 'passed',
    evidence: [],
  })
})
