import { anonymousProfile } from '@banyan/contract/profile'
import type { LogicArea, LogicContext } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { asyncFunction, type Options } from '../core/logic/async-function.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const loginArea: LogicArea = (context) => ({
  login: hostFunction(context, 'login'),
  checkSession: hostFunction(context, 'checkSession'),
  getUserInfo: asyncFunction('getUserInfo', (options) => profile(context, 'getUserInfo', options), {}),
  getUserProfile: asyncFunction('getUserProfile', (options) => profile(context, 'getUserProfile', options), {
    desc: 'String',
  }),
})

/** The signature is there when the user has a session; without one, or without a platform, the profile alone. */
async function profile(context: LogicContext, name: string, { lang }: Options): Promise<unknown> {
  const signed = await context.call(name, { lang })
  return {
    userInfo: { ...anonymousProfile },
    rawData: JSON.stringify(anonymousProfile),
    ...{ signature: '', encryptedData: '', iv: '' },
    ...(isRecord(signed) ? signed : {}),
  }
}
