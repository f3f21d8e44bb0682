import { contentLabels } from '@banyan/contract/safety'
import { WechatError, wechatRoutes } from '@banyan/contract/wechat'
import { z } from 'zod'
import type { Login } from '#domains/login'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { readWechatJson, wechatAnswer, wechatOk } from '#infra/http/wechat-answer.ts'
import type { SafetyService } from './service.ts'

const textMaxLength = 2500
const scene = z.number().int().min(1).max(4)
const textInput = z.looseObject({
  content: z.string().min(1),
  version: z.coerce.number().optional(),
  openid: z.string().optional(),
  scene: scene.optional(),
  title: z.string().default(''),
  nickname: z.string().default(''),
  signature: z.string().default(''),
})
const mediaInput = z.looseObject({
  media_url: z.url({ protocol: /^https?$/ }).max(2000),
  media_type: z.union([z.literal(1), z.literal(2)]),
  version: z.coerce.number(),
  openid: z.string(),
  scene,
})

export function wechatSafetyRoutes({ login, service }: { login: Login; service: SafetyService }): HttpApp {
  const router = createRouter()

  router.post(wechatRoutes.msgSecCheck.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const input = await readWechatJson(c, textInput)
      if (input.content.length > textMaxLength) throw new WechatError(45002)
      const text = [input.title, input.nickname, input.signature, input.content].join('\n')
      if (input.version !== 2) {
        // The first version of the call knows no users and only says no.
        const { worst } = await service.checkText(appId, { openId: undefined, text })
        if (worst.verdict === 'risky') throw new WechatError(87014)
        return wechatOk()
      }
      if (input.scene === undefined) throw new WechatError(40097, 'scene')
      const { worst, judgements, traceId } = await service.checkText(appId, { openId: input.openid ?? '', text })
      return wechatOk({
        result: { suggest: worst.verdict, label: contentLabels[worst.label] },
        detail: judgements.map(({ verdict, label, keyword }) => ({
          strategy: keyword === undefined ? 'content_model' : 'keyword',
          errcode: 0,
          suggest: verdict,
          label: contentLabels[label],
          ...(keyword === undefined ? { prob: 90 } : { level: 20, keyword }),
        })),
        trace_id: traceId,
      })
    }),
  )

  router.post(wechatRoutes.mediaCheckAsync.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { media_url: url, media_type: type, openid } = await readWechatJson(c, mediaInput)
      const kind = type === 1 ? 'audio' : 'image'
      return wechatOk({ trace_id: await service.checkMedia(appId, { open_id: openid, url, kind }) })
    }),
  )

  return router
}
