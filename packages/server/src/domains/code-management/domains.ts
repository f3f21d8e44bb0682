/** `modify_domain` and its like: the lists as they shall be, or what joins or leaves them. */
import { WechatError } from '@banyan/contract/wechat'
import { z } from 'zod'
import { readWechatJson } from '#infra/http/wechat-answer.ts'
import type { CodeCalls, CodeManagementOptions } from './calls.ts'

const names = z.array(z.string().max(255)).optional()
const actions = z.enum(['add', 'delete', 'set', 'get'])
const modifyInput = z.looseObject({
  action: actions,
  requestdomain: names,
  wsrequestdomain: names,
  uploaddomain: names,
  downloaddomain: names,
})
/** Without an action WeChat adds none and asks for none: it takes what an account of the platform has. */
const webViewInput = z.looseObject({ action: actions.default('get'), webviewdomain: names })

type Action = z.infer<typeof actions>
const listLimit = 200

export function domainCalls({ apps }: Pick<CodeManagementOptions, 'apps'>): CodeCalls {
  return {
    async modifyServerDomain(c, caller, appId) {
      const { action, ...given } = await readWechatJson(c, modifyInput)
      const now = await apps.domainLists(appId)
      if (action !== 'get') {
        const next = {
          request: changed(action, now.request, given.requestdomain),
          socket: changed(action, now.socket, given.wsrequestdomain),
          upload: changed(action, now.upload, given.uploaddomain),
          download: changed(action, now.download, given.downloaddomain),
        }
        if (next.request)
          await apps.service.update(caller, appId, { requestDomains: next.request.map((origin) => ({ origin })) })
        const { socket, upload, download } = next
        if (socket ?? upload ?? download)
          await apps.profile.update(caller, appId, {
            ...(socket && { socketDomains: socket }),
            ...(upload && { uploadDomains: upload }),
            ...(download && { downloadDomains: download }),
          })
        if (!Object.values(next).some((list) => list !== undefined)) throw new WechatError(85017)
      }
      const { request, socket, upload, download } = await apps.domainLists(appId)
      return { requestdomain: request, wsrequestdomain: socket, uploaddomain: upload, downloaddomain: download }
    },

    async setWebViewDomain(c, caller, appId) {
      const { action, webviewdomain } = await readWechatJson(c, webViewInput)
      if (action !== 'get') {
        const next = changed(action, (await apps.domainLists(appId)).webView, webviewdomain)
        if (!next) throw new WechatError(85017)
        await apps.profile.update(caller, appId, { webViewDomains: next })
      }
      return { webviewdomain: (await apps.domainLists(appId)).webView }
    },
  }
}

/** Undefined when nothing of this list changes. */
function changed(
  action: Exclude<Action, 'get'>,
  now: readonly string[],
  given: readonly string[] | undefined,
): string[] | undefined {
  if (!given) return undefined
  const wanted = given.map((origin) => origin.replace(/\/$/, ''))
  const next = {
    add: () => [...new Set([...now, ...wanted])],
    delete: () => now.filter((origin) => !wanted.includes(origin)),
    set: () => [...new Set(wanted)],
  }[action]()
  if (next.length > listLimit) throw new WechatError(85016)
  const isSame = next.length === now.length && next.every((origin) => now.includes(origin))
  return isSame ? undefined : next
}
