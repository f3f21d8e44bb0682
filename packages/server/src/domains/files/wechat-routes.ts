/** Files as apps' servers know them from WeChat's cloud: a `fileid` is `cloud://<appId>/<path>`, whatever `env` says. */
import { filePathSchema } from '@banyan/contract/files'
import { fileTicketLimits } from '@banyan/contract/file-limits'
import { WechatError, wechatRoutes } from '@banyan/contract/wechat'
import { z } from 'zod'
import type { Login } from '#domains/login'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { readWechatJson, wechatAnswer, wechatOk } from '#infra/http/wechat-answer.ts'
import type { FileService } from './service.ts'

const uploadInput = z.looseObject({
  path: z.string().max(300),
  /** Ours: what the form may bring, and whose it is. */
  max_bytes: z.int().min(1).optional(),
  media_types: z.array(z.string()).max(20).optional(),
  openid: z.string().min(1).max(64).optional(),
})
const fileId = z.string().max(400)
const downloadInput = z.looseObject({
  file_list: z
    .array(z.looseObject({ fileid: fileId, max_age: z.number().optional() }))
    .min(1)
    .max(50),
})
const deleteInput = z.looseObject({ fileid_list: z.array(fileId).min(1).max(50) })

/** Of WeChat's cloud. */
const isMissing = { status: -503_003, errmsg: 'STORAGE_FILE_NONEXIST' }
const uploadSeconds = 900

export function wechatFileRoutes({ login, service }: { login: Login; service: FileService }): HttpApp {
  const router = createRouter()

  router.post(wechatRoutes.getUploadFileLink.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const {
        path: given,
        max_bytes: maxBytes,
        media_types: mediaTypes,
        openid: openId,
      } = await readWechatJson(c, uploadInput)
      const path = filePathSchema.safeParse(given.replace(/^\/+/, ''))
      if (!path.success) throw new WechatError(40097, 'path')
      const { url, text } = await service.createUpload(appId, {
        path: path.data,
        expiresInSeconds: uploadSeconds,
        ...(maxBytes !== undefined && { maxBytes }),
        ...(mediaTypes !== undefined && { mediaTypes }),
        ...(openId !== undefined && { openId }),
      })
      const id = `cloud://${appId}/${path.data}`
      // Clients put these into the form beside the file; the address alone decides.
      return wechatOk({ url, token: text, authorization: text, file_id: id, cos_file_id: id })
    }),
  )

  router.post(wechatRoutes.batchGetDownloadLink.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { file_list: wanted } = await readWechatJson(c, downloadInput)
      const list = wanted.map(async ({ fileid, max_age: maxAge = fileTicketLimits.defaultSeconds }) => {
        const file = await service.find(appId, pathOf(appId, fileid))
        if (!file) return { fileid, download_url: '', ...isMissing }
        const expiresInSeconds = Math.min(Math.max(Math.trunc(maxAge), 1), fileTicketLimits.maxSeconds)
        const { url } = await service.createLink(appId, file.id, { expiresInSeconds })
        return { fileid, download_url: url, status: 0, errmsg: 'ok' }
      })
      return wechatOk({ file_list: await Promise.all(list) })
    }),
  )

  router.post(wechatRoutes.batchDeleteFile.path, (c) =>
    wechatAnswer(c, async () => {
      const appId = await login.requireServer(c)
      const { fileid_list: wanted } = await readWechatJson(c, deleteInput)
      const deleted: object[] = []
      for (const fileid of wanted) {
        const isDeleted = await service.deleteAt(appId, pathOf(appId, fileid))
        deleted.push(isDeleted ? { fileid, status: 0, errmsg: 'ok' } : { fileid, ...isMissing })
      }
      return wechatOk({ delete_list: deleted })
    }),
  )

  return router
}

/** Empty, which no file has, for what another app keeps. */
function pathOf(appId: string, fileid: string): string {
  const start = `cloud://${appId}/`
  return fileid.startsWith(start) ? fileid.slice(start.length) : ''
}
