/**
 * The routes that back ends know from WeChat: an existing one moves by changing its base address. Answers have the status 200 and carry
 * `errcode` and `errmsg`; the numbers are those of WeChat's own table, so that code which compares them keeps working.
 */

const messages = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40006: 'invalid media size',
  40007: 'invalid media_id',
  40008: 'invalid message type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40165: 'invalid weapp pagepath',
  40212: 'invalid query',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41005: 'media data missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit  mustslower  retry next minute',
  45015: 'response out of time limit or subscription is canceled',
  45047: 'out of response count limit',
  47001: 'data format error',
  47003: 'argument invalid',
  48001: 'api unauthorized',
  61010: 'the user was not here within two hours',
  61500: 'date format error',
  61501: 'date range error',
  85009: 'already submit a version under auditing',
  85012: 'invalid audit id',
  85014: 'template not exist: there is no such version',
  85016: 'domain number exceed limit',
  85017: 'no domain to modify after filtered',
  85019: 'no version is under auditing',
  85020: 'the version is not approved',
  85021: 'status change not allowed',
  85079: 'miniprogram has no online release',
  85080: 'miniprogram commit not approved',
  85081: 'invalid gray percentage',
  85082: 'gray percentage is not larger than before',
  85086: 'must commit before submit audit',
  85401: 'time limit between 1min and 1year',
  86001: 'there is no version that was committed',
  86002: 'the mini-program is not in a state that allows this',
  87009: 'invalid signature',
  87011: 'there is a gray release under way',
  87012: 'there is no version to go back to',
  87013: 'withdrawal reach daily limit',
  87014: 'risky content',
  87017: 'reach max media check limit',
  200011: 'the account has been banned',
  200014: 'template tid is invalid',
  200020: 'keyword list is invalid',
  200021: 'sceneDesc is invalid',
  [-1]: 'system error',
} as const

export type WechatErrorCode = keyof typeof messages

/** What a caller of such a route did wrong. */
export class WechatError extends Error {
  override readonly name = 'WechatError'
  readonly code: WechatErrorCode

  constructor(code: WechatErrorCode, detail?: string) {
    super(detail === undefined ? messages[code] : `${messages[code]}: ${detail}`)
    this.code = code
  }
}

interface WechatRoute {
  method: 'GET' | 'POST'
  path: string
}

/** By WeChat's own names of the calls. */
export const wechatRoutes = {
  code2Session: { method: 'GET', path: '/sns/jscode2session' },
  getAccessToken: { method: 'GET', path: '/cgi-bin/token' },
  getStableAccessToken: { method: 'POST', path: '/cgi-bin/stable_token' },
  checkSessionKey: { method: 'GET', path: '/wxa/checksession' },
  resetUserSessionKey: { method: 'GET', path: '/wxa/resetusersessionkey' },
  getPhoneNumber: { method: 'POST', path: '/wxa/business/getuserphonenumber' },
  getPaidUnionid: { method: 'GET', path: '/wxa/getpaidunionid' },
  sendMessage: { method: 'POST', path: '/cgi-bin/message/subscribe/send' },
  addMessageTemplate: { method: 'POST', path: '/wxaapi/newtmpl/addtemplate' },
  deleteMessageTemplate: { method: 'POST', path: '/wxaapi/newtmpl/deltemplate' },
  getMessageTemplateList: { method: 'GET', path: '/wxaapi/newtmpl/gettemplate' },
  getCategory: { method: 'GET', path: '/wxaapi/newtmpl/getcategory' },
  getPubTemplateTitleList: { method: 'GET', path: '/wxaapi/newtmpl/getpubtemplatetitles' },
  getPubTemplateKeyWordsById: { method: 'GET', path: '/wxaapi/newtmpl/getpubtemplatekeywords' },
  getQRCode: { method: 'POST', path: '/wxa/getwxacode' },
  getUnlimitedQRCode: { method: 'POST', path: '/wxa/getwxacodeunlimit' },
  createQRCode: { method: 'POST', path: '/cgi-bin/wxaapp/createwxaqrcode' },
  generateScheme: { method: 'POST', path: '/wxa/generatescheme' },
  queryScheme: { method: 'POST', path: '/wxa/queryscheme' },
  generateUrlLink: { method: 'POST', path: '/wxa/generate_urllink' },
  queryUrlLink: { method: 'POST', path: '/wxa/query_urllink' },
  generateShortLink: { method: 'POST', path: '/wxa/genwxashortlink' },
  sendCustomMessage: { method: 'POST', path: '/cgi-bin/message/custom/send' },
  setTyping: { method: 'POST', path: '/cgi-bin/message/custom/typing' },
  uploadTempMedia: { method: 'POST', path: '/cgi-bin/media/upload' },
  getTempMedia: { method: 'GET', path: '/cgi-bin/media/get' },
  msgSecCheck: { method: 'POST', path: '/wxa/msg_sec_check' },
  mediaCheckAsync: { method: 'POST', path: '/wxa/media_check_async' },
  getUploadFileLink: { method: 'POST', path: '/tcb/uploadfile' },
  batchGetDownloadLink: { method: 'POST', path: '/tcb/batchdownloadfile' },
  batchDeleteFile: { method: 'POST', path: '/tcb/batchdeletefile' },
  commitCode: { method: 'POST', path: '/wxa/commit' },
  getCodeCategory: { method: 'GET', path: '/wxa/get_category' },
  getCodePage: { method: 'GET', path: '/wxa/get_page' },
  submitAudit: { method: 'POST', path: '/wxa/submit_audit' },
  getAuditStatus: { method: 'POST', path: '/wxa/get_auditstatus' },
  getLatestAuditStatus: { method: 'GET', path: '/wxa/get_latest_auditstatus' },
  undoCodeAudit: { method: 'GET', path: '/wxa/undocodeaudit' },
  queryCodeQuota: { method: 'GET', path: '/wxa/queryquota' },
  releaseCode: { method: 'POST', path: '/wxa/release' },
  grayRelease: { method: 'POST', path: '/wxa/grayrelease' },
  getGrayReleasePlan: { method: 'GET', path: '/wxa/getgrayreleaseplan' },
  revertGrayRelease: { method: 'GET', path: '/wxa/revertgrayrelease' },
  revertCodeRelease: { method: 'GET', path: '/wxa/revertcoderelease' },
  getVisitStatus: { method: 'POST', path: '/wxa/getvisitstatus' },
  setVisitStatus: { method: 'POST', path: '/wxa/change_visitstatus' },
  modifyServerDomain: { method: 'POST', path: '/wxa/modify_domain' },
  setWebViewDomain: { method: 'POST', path: '/wxa/setwebviewdomain' },
  getDailySummary: { method: 'POST', path: '/datacube/getweanalysisappiddailysummarytrend' },
  getDailyVisitTrend: { method: 'POST', path: '/datacube/getweanalysisappiddailyvisittrend' },
  getWeeklyVisitTrend: { method: 'POST', path: '/datacube/getweanalysisappidweeklyvisittrend' },
  getMonthlyVisitTrend: { method: 'POST', path: '/datacube/getweanalysisappidmonthlyvisittrend' },
  getDailyRetain: { method: 'POST', path: '/datacube/getweanalysisappiddailyretaininfo' },
  getWeeklyRetain: { method: 'POST', path: '/datacube/getweanalysisappidweeklyretaininfo' },
  getMonthlyRetain: { method: 'POST', path: '/datacube/getweanalysisappidmonthlyretaininfo' },
  getVisitPage: { method: 'POST', path: '/datacube/getweanalysisappidvisitpage' },
  getVisitDistribution: { method: 'POST', path: '/datacube/getweanalysisappidvisitdistribution' },
  getUserPortrait: { method: 'POST', path: '/datacube/getweanalysisappiduserportrait' },
} as const satisfies Record<string, WechatRoute>
export type WechatRouteName = keyof typeof wechatRoutes
