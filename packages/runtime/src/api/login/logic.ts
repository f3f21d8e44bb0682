import { ApiError, type LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { hostFunction } from '../core/logic/host-function.ts'

/** Since 2022 WeChat gives every app the same anonymous profile; an app asks for name and picture with its own form. */
const anonymous = {
  nickName: '微信用户',
  avatarUrl: '',
  gender: 0,
  country: '',
  province: '',
  city: '',
  language: '',
}

export const loginArea: LogicArea = (context) => ({
  login: hostFunction(context, 'login'),
  checkSession: hostFunction(context, 'checkSession'),
  getUserInfo: asyncFunction('getUserInfo', () => profile()),
  getUserProfile: asyncFunction('getUserProfile', ({ desc }) => {
    if (typeof desc !== 'string' || desc === '') {
      throw new ApiError('getUserProfile:fail parameter error: parameter.desc should be String instead of Undefined;')
    }
    return profile()
  }),
})

function profile() {
  return { userInfo: { ...anonymous }, rawData: JSON.stringify(anonymous), signature: '', encryptedData: '', iv: '' }
}
