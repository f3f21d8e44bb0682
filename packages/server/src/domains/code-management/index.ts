/**
 * WeChat's calls for versions, reviews, gray releases and domains, for servers that manage an app by its secret.
 * Owns nothing: what they do is done by the domains above, with their rules and their audit.
 * Never works for an app whose team has not switched it on: whoever finds a secret must not be able to publish.
 */
import { callerOfServer } from '#domains/identity'
import { WechatError, wechatRoutes, type WechatRouteName } from '@banyan/contract/wechat'
import { z } from 'zod'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { wechatAnswer, wechatOk } from '#infra/http/wechat-answer.ts'
import type { CodeCalls, CodeManagementOptions } from './calls.ts'
import { domainCalls } from './domains.ts'
import { asWechatErrors } from './errors.ts'
import { releaseCalls } from './releases.ts'
import { reviewCalls } from './reviews.ts'

const permissions = [
  'app.read',
  'app.edit',
  'version.upload',
  'version.submit',
  'version.publish',
  'version.rollback',
  'gray.manage',
  'domain.edit',
] as const

export function createCodeManagement(options: CodeManagementOptions): { routes: HttpApp } {
  const isOn = options.settings.declare<boolean>({
    key: 'wechat.codeManagement',
    schema: z.boolean(),
    defaultValue: false,
    scopes: ['app'],
    description: {
      zh: '允许凭 AppSecret 换取的 access_token 提交审核、发布、灰度、回退和修改域名（微信代码管理接口）',
      en: "Lets an access token of the app's secret submit, publish, roll back and change domains, by WeChat's calls for code",
    },
  })
  const router = createRouter()
  const calls: CodeCalls = { ...reviewCalls(options), ...releaseCalls(options), ...domainCalls(options) }
  for (const name of namesOf(calls)) {
    const { method, path } = wechatRoutes[name]
    const call = calls[name]
    router.on(method, path, (c) =>
      wechatAnswer(c, () =>
        asWechatErrors(async () => {
          const appId = await options.login.requireServer(c)
          const app = await options.apps.findPublic(appId)
          if (!app) throw new WechatError(40013)
          if (!isOn({ workspaceId: app.workspaceId, appId })) throw new WechatError(48001)
          return wechatOk(await call?.(c, callerOfServer(app, permissions), appId))
        }),
      ),
    )
  }
  return { routes: router }
}

function namesOf(calls: CodeCalls): readonly WechatRouteName[] {
  const isRoute = (name: string): name is WechatRouteName => name in wechatRoutes
  return Object.keys(calls).filter(isRoute)
}
