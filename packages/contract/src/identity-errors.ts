/** What can go wrong with accounts, teams and keys; part of `errorTable`. */
import type { ErrorEntry } from './error-entry.ts'

export const identityErrors = {
  'identity.signInFailed': { status: 401, zh: '邮箱或密码不正确', en: 'Email or password is wrong' },
  'identity.keyInvalid': { status: 401, zh: 'API 密钥无效或已吊销', en: 'The API key is not valid or was revoked' },
  'identity.forbidden': { status: 403, zh: '没有执行此操作的权限', en: 'You may not do this' },
  'identity.stepUpRequired': {
    status: 403,
    zh: '请再次验证身份后继续',
    en: 'Prove again that it is you, then try once more',
  },
  'identity.keyAddressRefused': {
    status: 403,
    zh: '该 API 密钥不允许从此地址使用',
    en: 'The API key may not be used from this address',
  },
  'identity.linkForOther': {
    status: 403,
    zh: '该链接是发给另一个邮箱的',
    en: 'The link was sent to another address',
  },
  'identity.sessionNotFound': { status: 404, zh: '没有这个登录会话', en: 'There is no such session' },
  'identity.confirmFailed': { status: 401, zh: '身份验证未通过', en: 'That did not prove that it is you' },
  'identity.secondFactorRequired': {
    status: 401,
    zh: '请输入两步验证码',
    en: 'A code of your second factor is needed',
  },
  'identity.secondFactorOn': { status: 409, zh: '两步验证已开启', en: 'The second factor is already on' },
  'identity.secondFactorOff': { status: 409, zh: '两步验证未开启', en: 'The second factor is not on' },
  'identity.codeInvalid': {
    status: 401,
    zh: '验证码不正确、已使用或已过期',
    en: 'The code is wrong, was used, or has expired',
  },
  'identity.devicePending': { status: 409, zh: '尚未批准，请稍后再试', en: 'Nobody has approved yet; ask again soon' },
  'openid.questionWrong': {
    status: 400,
    zh: '另一个程序的登录请求有误',
    en: 'The program that sent you here asks in a wrong way',
  },
  'openid.clientNotFound': { status: 404, zh: '没有这个程序', en: 'There is no such program' },
  'openid.grantNotFound': { status: 404, zh: '你没有授权过这个程序', en: 'You have not let this program in' },
  'identity.passkeyInvalid': { status: 401, zh: '通行密钥未通过验证', en: 'The passkey could not be verified' },
  'identity.passkeyNotFound': { status: 404, zh: '没有这个通行密钥', en: 'There is no such passkey' },
  'identity.tooManyPasskeys': { status: 409, zh: '通行密钥过多', en: 'There are too many passkeys already' },
  'identity.tooManyKeys': { status: 409, zh: 'API 密钥过多', en: 'There are too many API keys already' },
  'identity.linkInvalid': {
    status: 410,
    zh: '链接无效、已使用或已过期',
    en: 'The link is not valid, was used, or has expired',
  },
  'identity.emailTaken': { status: 409, zh: '该邮箱已注册', en: 'This email address is already registered' },
  'identity.keyNotFound': { status: 404, zh: '没有这个 API 密钥', en: 'There is no such API key' },
  'identity.workspaceNotFound': { status: 404, zh: '没有这个工作空间', en: 'There is no such workspace' },

  'login.phonesOff': {
    status: 403,
    zh: '这个平台没有开放手机号码',
    en: 'Phone numbers are not available on this platform',
  },

  'app.notFound': { status: 404, zh: '没有这个小程序', en: 'There is no such mini-program' },
  'user.wayClosed': {
    status: 403,
    zh: '这里没有开放这种登录方式',
    en: 'This way to sign in is not offered here',
  },
  'identity.ssoFailed': {
    status: 401,
    zh: '单点登录未完成，请重试',
    en: 'The single sign-on was not completed; try again',
  },
  'identity.ssoUnknown': {
    status: 403,
    zh: '单点登录的账号在此平台没有对应的账号',
    en: 'Nobody on this platform belongs to this account of the single sign-on',
  },
} as const satisfies Record<string, ErrorEntry>
