/** Errors of the routes that back ends know from WeChat: always status 200, with `errcode` and `errmsg`. */
const messages = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  45011: 'api minute-quota reach limit  mustslower  retry next minute',
} as const

export class WechatError extends Error {
  override readonly name = 'WechatError'
  readonly code: keyof typeof messages

  constructor(code: keyof typeof messages) {
    super(messages[code])
    this.code = code
  }
}
