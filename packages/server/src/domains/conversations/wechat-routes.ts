/** Customer service as apps' servers know it from WeChat. */
import { WechatError, wechatRoutes } from '@banyan/contract/wechat'
import { z } from 'zod'
import type { Login } from '#domains/login'
import { readBody } from '#infra/http/body.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { readWechatJson, wechatAnswer, wechatOk } from '#infra/http/wechat-answer.ts'
import type { ConversationService, Reply } from './service.ts'

const imageMaxBytes = 10 * 1024 * 1024
const formMaxBytes = imageMaxBytes + 64 * 1024
const text = z.string().min(1).max(2048)
const id = z.string().min(1).max(64)
const sendInput = z.discriminatedUnion('msgtype', [
  z.looseObject({ msgtype: z.literal('text'), touser: id, text: z.looseObject({ content: text }) }),
  z.looseObject({ msgtype: z.literal('image'), touser: id, image: z.looseObject({ media_id: id }) }),
  z.looseObject({
    msgtype: z.literal('link'),
    touser: id,
    link: z.looseObject({
      title: text,
      description: text,
      url: z.url({ protocol: /^https?$/ }).max(2000),
      thumb_url: z.string().max(2000).default(''),
    }),
  }),
  z.looseObject({
    msgtype: z.literal('miniprogrampage'),
    touser: id,
    miniprogrampage: z.looseObject({
      title: text,
      pagepath: z.string().regex(/^[\w\-./]{1,256}(\?[^\s#]{0,512})?$/),
      thumb_media_id: z.string().max(64).default(''),
    }),
  }),
])
const typingInput = z.looseObject({ touser: id, command: z.enum(['Typing', 'CancelTyping']) })

export function wechatConversationRoutes({ login, service }: { login: Login; service: ConversationService }): HttpApp {
  const router = createRouter()

  router.post(wechatRoutes.sendCustomMessage.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const input = await readWechatJson(c, sendInput)
      await service.reply(appId, input.touser, replyOf(input))
      return wechatOk()
    }),
  )

  router.post(wechatRoutes.setTyping.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { touser, command } = await readWechatJson(c, typingInput)
      await service.setTyping(appId, touser, command === 'Typing')
      return wechatOk()
    }),
  )

  router.post(wechatRoutes.uploadTempMedia.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      if (c.req.query('type') !== 'image') throw new WechatError(40004)
      const bytes = await readFormFile(c)
      const mediaType = pictureType(bytes)
      if (mediaType === undefined) throw new WechatError(40004)
      const { id: mediaId, createdAt } = await service.addMedia(appId, bytes, mediaType)
      return { type: 'image', media_id: mediaId, created_at: Math.floor(createdAt.getTime() / 1000) }
    }),
  )

  router.get(wechatRoutes.getTempMedia.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const found = await service.readMedia(appId, c.req.query('media_id') ?? '')
      if (!found) throw new WechatError(40007)
      return c.body(new Uint8Array(found.bytes), 200, { 'Content-Type': found.mediaType })
    }),
  )

  return router
}

function replyOf(input: z.output<typeof sendInput>): Reply {
  switch (input.msgtype) {
    case 'text':
      return { kind: 'text', content: { text: input.text.content } }
    case 'image':
      return { kind: 'image', content: { mediaId: input.image.media_id } }
    case 'link': {
      const { title, description, url } = input.link
      return { kind: 'link', content: { title, description, url } }
    }
    case 'miniprogrampage': {
      const { title, pagepath } = input.miniprogrampage
      return { kind: 'page', content: { title, path: pagepath } }
    }
  }
}

async function readFormFile(c: HttpContext): Promise<Buffer> {
  const body = await readBody(c, formMaxBytes)
  const headers = { 'content-type': c.req.header('content-type') ?? '' }
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => {
    throw new WechatError(41005)
  })
  const file = form.get('media')
  if (!(file instanceof Blob)) throw new WechatError(41005)
  if (file.size > imageMaxBytes) throw new WechatError(40006)
  return Buffer.from(await file.arrayBuffer())
}

/** By the first bytes, never by what the sender says. */
function pictureType(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (start.startsWith('GIF8')) return 'image/gif'
  return undefined
}
