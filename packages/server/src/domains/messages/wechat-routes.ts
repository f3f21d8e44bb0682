/** Subscribe messages as apps' servers know them from WeChat. */
import { WechatError, wechatRoutes } from '@banyan/contract/wechat'
import { z } from 'zod'
import type { Login } from '#domains/login'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { readWechatJson, wechatAnswer, wechatOk } from '#infra/http/wechat-answer.ts'
import { libraryCategories, templateLibrary } from './library.ts'
import type { createSender } from './send.ts'
import type { Templates } from './templates.ts'

export interface WechatMessageOptions {
  login: Login
  templates: Templates
  send: ReturnType<typeof createSender>
}

const text = z.union([z.string(), z.number()]).transform(String)
const sendInput = z.looseObject({
  touser: z.string().default(''),
  template_id: z.string().default(''),
  page: z.string().default(''),
  data: z.record(z.string(), z.looseObject({ value: text })),
})
const addInput = z.looseObject({
  tid: z.coerce.number(),
  kidList: z.array(z.coerce.number()).max(20),
  sceneDesc: z.string().max(15).default(''),
})

export function wechatMessageRoutes({ login, templates, send }: WechatMessageOptions): HttpApp {
  const router = createRouter()

  router.post(wechatRoutes.sendMessage.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const input = await readWechatJson(c, sendInput)
      const data = Object.fromEntries(Object.entries(input.data).map(([key, { value }]) => [key, value]))
      const { touser: openId, template_id: templateId, page } = input
      return wechatOk({ msgid: await send(appId, { openId, templateId, page, data }) })
    }),
  )

  router.post(wechatRoutes.addMessageTemplate.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { tid, kidList: kids, sceneDesc: scene } = await readWechatJson(c, addInput)
      return wechatOk({ priTmplId: await templates.addFromLibrary(appId, tid, { kids, scene }) })
    }),
  )

  router.post(wechatRoutes.deleteMessageTemplate.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { priTmplId } = await readWechatJson(c, z.looseObject({ priTmplId: z.string() }))
      await templates.removeOfApp(appId, priTmplId)
      return wechatOk()
    }),
  )

  router.get(wechatRoutes.getMessageTemplateList.path, (c) =>
    wechatAnswer(c, async () => {
      const rows = await templates.listOfApp(await login.requireServer(c))
      return wechatOk({
        data: rows.map((row) => ({
          priTmplId: row.id,
          title: row.title,
          content: row.keywords.map(({ name, key }) => `${name}:{{${key}.DATA}}\n`).join(''),
          example: row.keywords.map(({ name, example }) => `${name}:${example}\n`).join(''),
          type: row.kind === 'once' ? 2 : 3,
        })),
      })
    }),
  )

  router.get(wechatRoutes.getCategory.path, (c) =>
    wechatAnswer(c, async () => {
      await login.requireServer(c)
      return wechatOk({ data: libraryCategories })
    }),
  )

  router.get(wechatRoutes.getPubTemplateTitleList.path, (c) =>
    wechatAnswer(c, async () => {
      await login.requireServer(c)
      const { ids = '', start = '0', limit = '30' } = c.req.query()
      const wanted = new Set(ids.split(',').filter(Boolean).map(Number))
      const [from, count] = [Number(start), Number(limit)]
      if (!Number.isInteger(from) || !Number.isInteger(count) || from < 0 || count < 1 || count > 30) {
        throw new WechatError(40097, 'start, limit')
      }
      const found = templateLibrary.filter(({ categoryId }) => wanted.size === 0 || wanted.has(categoryId))
      const data = found.slice(from, from + count).map(({ tid, title, kind, categoryId }) => ({
        tid,
        title,
        type: kind === 'once' ? 2 : 3,
        categoryId: String(categoryId),
      }))
      return wechatOk({ count: found.length, data })
    }),
  )

  router.get(wechatRoutes.getPubTemplateKeyWordsById.path, (c) =>
    wechatAnswer(c, async () => {
      await login.requireServer(c)
      const found = templateLibrary.find(({ tid }) => tid === Number(c.req.query('tid')))
      if (!found) throw new WechatError(200014)
      const data = found.keywords.map(({ kid, name, example, type }) => ({ kid, name, example, rule: type }))
      return wechatOk({ count: data.length, data })
    }),
  )

  return router
}
