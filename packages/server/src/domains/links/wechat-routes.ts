/** Codes and links as apps' servers know them from WeChat. */
import { launchScenes, sceneMaxLength } from '@banyan/contract/links'
import { WechatError, wechatRoutes } from '@banyan/contract/wechat'
import { z } from 'zod'
import type { Login } from '#domains/login'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { readWechatJson, wechatAnswer, wechatOk } from '#infra/http/wechat-answer.ts'
import type { Limits } from '#infra/limits/limits.ts'
import { qrPng } from './qr-png.ts'
import type { LinkExpiry, LinkService } from './service.ts'
import type { LinkRow } from './store.ts'

export interface WechatLinkOptions {
  login: Login
  service: LinkService
  limits: Limits
}

const codesPerMinute = 5000
const color = z.coerce.number().int().min(0).max(255)
const look = {
  width: z.coerce.number().int().default(430),
  auto_color: z.boolean().default(false),
  line_color: z.looseObject({ r: color, g: color, b: color }).default({ r: 0, g: 0, b: 0 }),
  is_hyaline: z.boolean().default(false),
}
const codeInput = z.looseObject({ path: z.string().min(1).max(1024), ...look })
const sceneInput = z.looseObject({ scene: z.string().default(''), page: z.string().default(''), ...look })
const expiry = {
  is_expire: z.boolean().default(false),
  expire_type: z.union([z.literal(0), z.literal(1)]).default(0),
  expire_time: z.number().optional(),
  expire_interval: z.number().optional(),
}
const page = {
  path: z.string().default(''),
  query: z.string().default(''),
  env_version: z.enum(['release', 'trial', 'develop']).default('release'),
}
const schemeInput = z.looseObject({ jump_wxa: z.looseObject(page).optional(), ...expiry })
const urlLinkInput = z.looseObject({ ...page, ...expiry })
const shortLinkInput = z.looseObject({
  page_url: z.string().min(1).max(1500),
  page_title: z.string().max(20).optional(),
  is_permanent: z.boolean().default(false),
})
const scenePattern = /^[\w!#$&'()*+,/:;=?@\-.~]+$/

export function wechatLinkRoutes({ login, service, limits }: WechatLinkOptions): HttpApp {
  const router = createRouter()
  const codes = limits.rate('qr-code', { uses: codesPerMinute, perSeconds: 60 })

  for (const [name, scene] of [
    ['getQRCode', launchScenes.appCode],
    ['createQRCode', launchScenes.qrCode],
  ] as const) {
    router.post(wechatRoutes[name].path, (c) =>
      wechatAnswer(c, async () => {
        const appId = await login.requireServer(c)
        const input = await readWechatJson(c, codeInput)
        const [path = '', query = ''] = input.path.split('?', 2)
        return respondCode(c, await service.pageUrl(appId, { path, query, scene }), input)
      }),
    )
  }

  router.post(wechatRoutes.getUnlimitedQRCode.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      await codes.use(appId)
      const input = await readWechatJson(c, sceneInput)
      const { scene } = input
      if (!scenePattern.test(scene) || scene.length > sceneMaxLength) throw new WechatError(40129)
      if (input.page.startsWith('/') || input.page.includes('?')) throw new WechatError(41030)
      const query = `scene=${encodeURIComponent(scene)}`
      const url = await service.pageUrl(appId, { path: input.page, query, scene: launchScenes.appCode })
      return respondCode(c, url, input)
    }),
  )

  router.post(wechatRoutes.generateScheme.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { jump_wxa: target, ...input } = await readWechatJson(c, schemeInput)
      const openlink = await service.create(appId, {
        scene: launchScenes.scheme,
        path: target?.path ?? '',
        query: target?.query ?? '',
        environment: target?.env_version ?? 'release',
        expiry: expiryOf(input),
      })
      return wechatOk({ openlink })
    }),
  )

  router.post(wechatRoutes.generateUrlLink.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { path, query, env_version: environment, ...input } = await readWechatJson(c, urlLinkInput)
      const scene = launchScenes.urlLink
      const link = await service.create(appId, { scene, path, query, environment, expiry: expiryOf(input) })
      return wechatOk({ url_link: link })
    }),
  )

  router.post(wechatRoutes.generateShortLink.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { page_url: pageUrl, is_permanent: isPermanent } = await readWechatJson(c, shortLinkInput)
      return wechatOk({ link: await service.createShort(appId, pageUrl, isPermanent) })
    }),
  )

  router.post(wechatRoutes.queryScheme.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { scheme } = await readWechatJson(c, z.looseObject({ scheme: z.string() }))
      return wechatOk({ scheme_info: describe(await service.find(appId, scheme, launchScenes.scheme)) })
    }),
  )

  router.post(wechatRoutes.queryUrlLink.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { url_link: link } = await readWechatJson(c, z.looseObject({ url_link: z.string() }))
      return wechatOk({ url_link_info: describe(await service.find(appId, link, launchScenes.urlLink)) })
    }),
  )

  return router
}

function respondCode(
  c: HttpContext,
  url: string,
  input: z.output<typeof codeInput> | z.output<typeof sceneInput>,
): Response {
  const { r, g, b } = input.line_color
  const png = qrPng(url, {
    widthPx: Math.min(1280, Math.max(280, input.width)),
    ink: input.auto_color ? [0, 0, 0] : [r, g, b],
    isTransparent: input.is_hyaline,
  })
  return c.body(new Uint8Array(png), 200, {
    'Content-Type': 'image/png',
    'Content-Disposition': 'inline; filename="qr.png"',
    // For servers that want the address itself beside the picture.
    Link: `<${url}>; rel="describes"`,
  })
}

interface ExpiryInput {
  is_expire: boolean
  expire_type: 0 | 1
  expire_time?: number | undefined
  expire_interval?: number | undefined
}

/** Links for ever are WeChat's old default; here they stay possible. */
function expiryOf(input: ExpiryInput): LinkExpiry | null {
  const isGiven = input.is_expire || input.expire_time !== undefined || input.expire_interval !== undefined
  if (!isGiven) return null
  return input.expire_type === 1 ? { days: input.expire_interval ?? 0 } : { atSeconds: input.expire_time ?? 0 }
}

function describe(row: LinkRow): object {
  return {
    appid: row.app_id,
    path: row.path,
    query: row.query,
    create_time: seconds(row.created_at),
    expire_time: row.expires_at === null ? 0 : seconds(row.expires_at),
    env_version: row.environment,
  }
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
