import type { WechatRouteName } from '@banyan/contract/wechat'
import type { Apps } from '#domains/apps'
import type { Caller } from '#domains/identity'
import type { Login } from '#domains/login'
import type { Releases } from '#domains/releases'
import type { Review } from '#domains/review'
import type { Rollout } from '#domains/rollout'
import type { Settings } from '#domains/settings'
import type { HttpContext } from '#infra/http/http-env.ts'

export interface CodeManagementOptions {
  apps: Apps
  login: Login
  settings: Settings
  releases: Releases
  review: Review
  rollout: Rollout
}

/** What the values of an answer are, beside `errcode` and `errmsg`. */
export type CodeCall = (c: HttpContext, caller: Caller, appId: string) => Promise<object>
export type CodeCalls = Partial<Record<WechatRouteName, CodeCall>>
