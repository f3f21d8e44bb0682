import { wechatRoutes } from '@banyan/contract/wechat'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
let token: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  const { secret } = await server.json('POST', `/api/v1/apps/${appId}/secret`, { key: server.ownerKey })
  const body = { grant_type: 'client_credential', appid: appId, secret }
  token = String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
})
afterAll(() => server.stop())

const routes = Object.entries(wechatRoutes)
const openRoutes = new Set(['code2Session', 'getAccessToken', 'getStableAccessToken'])

describe("WeChat's calls", () => {
  it.each(routes)('%s answers as WeChat does: status 200, errcode and errmsg', async (name, { method, path }) => {
    const without = await server.json(method, path, method === 'POST' ? { body: {} } : {})
    expect(without).toMatchObject({ errcode: expect.any(Number), errmsg: expect.any(String) })
    if (!openRoutes.has(name)) expect(without).toMatchObject({ errcode: 41001 })
  })

  it.each(routes)('%s is refused to a browser', async (_name, { method, path }) => {
    const answer = await server.call(method, `${path}?access_token=${token}`, {
      headers: { origin: 'https://shop.example' },
      ...(method === 'POST' ? { body: {} } : {}),
    })
    expect(answer.status).toBe(403)
  })
})

describe('the figures of an app', () => {
  const ask = (path: string, begin: string, end: string): Promise<Record<string, unknown>> =>
    server.json('POST', `${path}?access_token=${token}`, { body: { begin_date: begin, end_date: end } })

  it('are empty, and of the right form, while nobody counts', async () => {
    const day = '20260105'
    expect(await ask(wechatRoutes.getDailySummary.path, day, day)).toEqual({ list: [] })
    expect(await ask(wechatRoutes.getWeeklyRetain.path, day, '20260111')).toEqual({
      ref_date: '20260105-20260111',
      visit_uv_new: [],
      visit_uv: [],
    })
    expect(await ask(wechatRoutes.getMonthlyVisitTrend.path, '20260201', '20260228')).toEqual({ list: [] })
    expect(await ask(wechatRoutes.getUserPortrait.path, day, day)).toMatchObject({ visit_uv: { province: [] } })
  })

  it.each([
    [wechatRoutes.getDailySummary.path, '20260105', '20260106', 61501],
    [wechatRoutes.getWeeklyRetain.path, '20260106', '20260112', 61501],
    [wechatRoutes.getMonthlyVisitTrend.path, '20260201', '20260227', 61501],
    [wechatRoutes.getDailySummary.path, '20260230', '20260230', 61500],
    [wechatRoutes.getDailySummary.path, '2026-1-1', '20260105', 40097],
  ])('of %s from %s to %s are refused', async (path, begin, end, errcode) => {
    expect(await ask(path, begin, end)).toMatchObject({ errcode })
  })
})
