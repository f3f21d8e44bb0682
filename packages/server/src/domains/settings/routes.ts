import { appIdSchema } from '@banyan/contract/apps'
import {
  setSettingInputSchema,
  settingHistoryQuerySchema,
  settingHistorySchema,
  settingKeySchema,
  settingListSchema,
  settingSchema,
} from '@banyan/contract/settings'
import { createRoute, z } from '@hono/zod-openapi'
import { authorize, authorizeOnPlatform, type Caller, type Identity } from '#domains/identity'
import type { Apps } from '#domains/apps'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { SettingService, Target } from './service.ts'

export interface SettingRouteOptions {
  service: SettingService
  identity: Identity
  apps: Apps
}

const middleware = limitBody(64 * 1024)
const setting = settingSchema.meta({ id: 'Setting' })
const list = { 200: answer('Settings', settingListSchema.meta({ id: 'SettingList' })), ...problemAnswer }
const one = { 200: answer('The setting', setting), ...problemAnswer }
const history = { 200: answer('Changes', settingHistorySchema.meta({ id: 'SettingHistory' })), ...problemAnswer }
const input = jsonBody(setSettingInputSchema.meta({ id: 'SetSettingInput' }))
const ofKey = z.object({ key: settingKeySchema })
const ofApp = z.object({ appId: appIdSchema })
const ofAppKey = ofApp.extend({ key: settingKeySchema })
const query = settingHistoryQuerySchema

export function settingRoutes({ service, identity, apps }: SettingRouteOptions): HttpApp {
  const router = createRouter()
  const ofTeam = (caller: Caller): Target => ({ workspaceId: caller.workspaceId })
  const ofAppOf = async (caller: Caller, appId: string, permission: 'app.read' | 'app.edit'): Promise<Target> => {
    const { workspace_id: workspaceId } = await apps.service.find(caller, appId, permission)
    return { workspaceId, appId }
  }

  router.openapi(
    createRoute({
      ...routeOf('listPlatformSettings', 'settings'),
      summary: 'List settings of the installation',
      responses: list,
    }),
    async (c) => {
      authorizeOnPlatform(await identity.requireCaller(c), 'platform.read')
      return c.json({ items: service.list({}) }, 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('setPlatformSetting', 'settings'),
      summary: 'Change a setting of the installation',
      middleware,
      request: { params: ofKey, ...input },
      responses: one,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      authorizeOnPlatform(caller, 'platform.edit')
      return c.json(await service.set(caller, {}, { ...c.req.valid('param'), ...c.req.valid('json') }), 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('readPlatformSettingHistory', 'settings'),
      summary: 'Who changed which setting of the installation',
      request: { query },
      responses: history,
    }),
    async (c) => {
      authorizeOnPlatform(await identity.requireCaller(c), 'platform.read')
      return c.json(await service.history({}, c.req.valid('query')), 200)
    },
  )

  router.openapi(
    createRoute({ ...routeOf('listTeamSettings', 'settings'), summary: 'List settings of the team', responses: list }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      authorize(caller, 'team.read')
      return c.json({ items: service.list(ofTeam(caller)) }, 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('setTeamSetting', 'settings'),
      summary: 'Change a setting of the team',
      middleware,
      request: { params: ofKey, ...input },
      responses: one,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      authorize(caller, 'settings.edit')
      return c.json(await service.set(caller, ofTeam(caller), { ...c.req.valid('param'), ...c.req.valid('json') }), 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('readTeamSettingHistory', 'settings'),
      summary: 'Who changed which setting of the team',
      request: { query },
      responses: history,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      authorize(caller, 'team.read')
      return c.json(await service.history(ofTeam(caller), c.req.valid('query')), 200)
    },
  )

  router.openapi(
    createRoute({
      ...routeOf('listAppSettings', 'settings'),
      summary: 'List settings of a mini-program',
      request: { params: ofApp },
      responses: list,
    }),
    async (c) => {
      const target = await ofAppOf(await identity.requireCaller(c), c.req.valid('param').appId, 'app.read')
      return c.json({ items: service.list(target) }, 200)
    },
  )
  router.openapi(
    createRoute({
      ...routeOf('setAppSetting', 'settings'),
      summary: 'Change a setting of a mini-program',
      middleware,
      request: { params: ofAppKey, ...input },
      responses: one,
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      const { appId, key } = c.req.valid('param')
      const target = await ofAppOf(caller, appId, 'app.edit')
      return c.json(await service.set(caller, target, { key, ...c.req.valid('json') }), 200)
    },
  )
  return router
}
