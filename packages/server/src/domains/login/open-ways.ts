/** Which of the ways to sign in the owner offers to end users. Without any they stay guests. */
import { userWaysSchema, type UserWay } from '@banyan/contract/end-users'
import { PlatformError } from '@banyan/contract/errors'
import type { SettingDefinition } from '#domains/settings'

export const userWaysSetting: SettingDefinition<UserWay[]> = {
  key: 'users.ways',
  schema: userWaysSchema,
  defaultValue: ['email', 'passkey'],
  scopes: ['platform'],
  description: {
    zh: '小程序用户的登录方式：email（邮箱验证码）、passkey（通行密钥）、sso（平台的 OpenID 提供方，回调地址 /user/sso/callback）；留空则都是访客',
    en: 'How users of mini-programs sign in: email (a code), passkey, sso (the platform’s OpenID provider, redirect address /user/sso/callback); all are guests without any',
  },
}

export interface OpenWays {
  isOpen(way: UserWay): boolean
  /** Throws when it is closed. */
  require(way: UserWay): void
}

export function createOpenWays(ways: () => readonly UserWay[]): OpenWays {
  return {
    isOpen: (way) => ways().includes(way),
    require(way) {
      if (!ways().includes(way)) throw new PlatformError('user.wayClosed')
    },
  }
}
