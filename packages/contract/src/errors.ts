/**
 * Everything that a caller can cause to go wrong, in one table. The code is a promise; status and text may be refined.
 * Native routes answer with RFC 9457 (`application/problem+json`); `type` is `/docs/errors#<code>`.
 */
import { z } from 'zod'
import type { ErrorEntry } from './error-entry.ts'
import { identityErrors } from './identity-errors.ts'

const entries = {
  ...identityErrors,
  'request.invalid': { status: 400, zh: '请求内容不正确', en: 'The request is not valid' },
  'request.notFound': { status: 404, zh: '没有这个地址', en: 'There is nothing at this address' },
  'request.tooLarge': { status: 413, zh: '请求内容过大', en: 'The request body is too large' },
  'request.unsupportedMedia': { status: 415, zh: '不支持的内容类型', en: 'This content type is not supported here' },
  'request.rateLimited': { status: 429, zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  'request.timeout': { status: 408, zh: '请求未在规定时间内完成', en: 'The request took too long' },
  'request.crossOrigin': { status: 403, zh: '拒绝来自其他站点的请求', en: 'Requests from another site are refused' },
  'request.idempotencyMismatch': {
    status: 422,
    zh: '同一个 Idempotency-Key 用于了不同的请求',
    en: 'This Idempotency-Key belongs to another request',
  },
  'request.idempotencyRunning': {
    status: 409,
    zh: '相同 Idempotency-Key 的请求仍在处理',
    en: 'The first request with this Idempotency-Key is still under way',
  },
  'server.internal': {
    status: 500,
    zh: '服务器出错，请凭请求编号联系管理员',
    en: 'Something failed on the server; quote the request id to its operator',
  },
  'server.unavailable': {
    status: 503,
    zh: '服务暂不可用，请稍后再试',
    en: 'The service is not available right now; try again later',
  },

  'file.notFound': { status: 404, zh: '没有这个文件', en: 'There is no such file' },
  'file.quotaReached': { status: 409, zh: '文件存储空间已满', en: 'There is no room for this file' },
  'file.ticketInvalid': {
    status: 403,
    zh: '文件地址无效或已过期',
    en: 'The address of this file is not valid, or is valid no longer',
  },
  'file.typeRefused': { status: 415, zh: '此处不接受这种文件', en: 'This kind of file is not wanted here' },
  'file.notPicture': {
    status: 422,
    zh: '该文件不是可处理的图片',
    en: 'This file is no picture that can be made smaller',
  },

  'job.notFailed': { status: 409, zh: '没有这个失败的任务', en: 'There is no such job that has failed' },
  'mail.refused': {
    status: 502,
    zh: '邮件服务器没有接受这封邮件',
    en: 'The mail server did not take the letter',
  },
  'mail.noAddress': { status: 409, zh: '当前身份没有邮箱地址', en: 'Whoever asks has no mail address' },
  'backup.running': { status: 409, zh: '已有备份正在进行', en: 'A backup is already being made' },
  'identity.signInRequired': { status: 401, zh: '请先登录或提供 API 密钥', en: 'Sign in or send an API key first' },
  'team.lastOwner': { status: 409, zh: '至少要保留一位所有者', en: 'The last owner has to stay' },
  'member.notFound': { status: 404, zh: '没有这个成员', en: 'There is no such person here' },
  'role.notFound': { status: 404, zh: '没有这个角色', en: 'There is no such role' },
  'role.tooMany': { status: 409, zh: '自定义角色过多', en: 'There are too many roles already' },
  'invitation.notFound': { status: 404, zh: '没有这个邀请', en: 'There is no such invitation' },
  'verification.notFound': { status: 404, zh: '没有认证申请', en: 'There is no application for verification' },
  'verification.decided': { status: 409, zh: '该认证申请已有结果', en: 'The application was decided already' },
  'verification.documentInvalid': {
    status: 422,
    zh: '认证材料须为 PDF、PNG 或 JPEG',
    en: 'A document is a PDF, PNG or JPEG that was uploaded here',
  },
  'verification.tooManyDocuments': { status: 409, zh: '认证材料过多', en: 'There are too many documents already' },
  'app.iconInvalid': {
    status: 422,
    zh: '图标须为 PNG、JPEG 或 WebP 图片',
    en: 'An icon is a PNG, JPEG or WebP picture',
  },
  'app.tooManyScreenshots': { status: 409, zh: '截图过多', en: 'There are too many screenshots already' },
  'app.originInvalid': {
    status: 422,
    zh: '服务器域名须形如 https://api.example.com，不含路径、账号、IP 或末尾的点',
    en: 'A request domain looks like https://api.example.com: no path, account, IP address or trailing dot',
  },
  'app.domainNotProven': {
    status: 422,
    zh: '服务器域名未通过归属验证：请在域名根目录放置验证文件，内容为小程序的 id',
    en: 'The server does not name this mini-program: put a file at this address with the id of the mini-program in it',
  },
  'app.upstreamInvalid': {
    status: 422,
    zh: '上游地址须为不含路径的 http 或 https 源',
    en: 'An upstream is an http or https origin without a path',
  },

  'release.versionInvalid': { status: 422, zh: '版本号须形如 1.2.3', en: 'A version number looks like 1.2.3' },
  'release.versionTaken': {
    status: 409,
    zh: '该版本号已上传过，请使用新的版本号',
    en: 'This version number was uploaded before; choose a new one',
  },
  'release.quotaReached': {
    status: 409,
    zh: '小程序已达到平台的配额，请联系平台管理员',
    en: 'The mini-program is at a limit of the platform; ask its operator',
  },
  'release.versionNotFound': { status: 404, zh: '没有这个版本', en: 'There is no such version' },
  'release.none': { status: 404, zh: '该小程序尚未发布', en: 'This mini-program has no release yet' },
  'release.versionBlocked': {
    status: 409,
    zh: '该版本已被平台下架',
    en: 'The platform has taken this version down',
  },
  'release.notApproved': {
    status: 409,
    zh: '该版本尚未通过审核',
    en: 'This version has not been approved',
  },
  'release.stateWrong': {
    status: 409,
    zh: '该版本当前的状态不允许此操作',
    en: 'The state of this version does not allow this',
  },
  'release.grayRuns': {
    status: 409,
    zh: '灰度发布进行中，请先全量或撤回，或使用“撤回并发布”',
    en: 'A gray release runs; finish or revoke it first, or publish with revokeGray',
  },
  'release.noRollbackTarget': {
    status: 409,
    zh: '没有可以回退到的版本',
    en: 'There is no version to roll back to',
  },
  'release.previewNotFound': { status: 404, zh: '没有这个预览链接', en: 'There is no such preview link' },
  'release.previewsTooMany': {
    status: 409,
    zh: '预览链接过多，请先撤销一些',
    en: 'There are too many preview links; revoke some first',
  },
  'app.notServing': {
    status: 403,
    zh: '这个小程序已停止服务',
    en: 'This mini-program does not serve at present',
  },
  'gray.none': { status: 404, zh: '没有进行中的灰度发布', en: 'No gray release runs' },
  'gray.runs': { status: 409, zh: '已有灰度发布进行中', en: 'A gray release runs already' },
  'gray.firstReleaseFull': { status: 409, zh: '首个版本须全量发布', en: 'The first release goes to everybody' },
  'gray.shareShrinks': {
    status: 409,
    zh: '灰度比例只能增大；如需全部撤回，请使用“撤回”',
    en: 'The share of a gray release only grows; revoke it to take everybody back',
  },
  'gray.stateWrong': {
    status: 409,
    zh: '灰度发布当前的状态不允许此操作',
    en: 'The state of the gray release does not allow this',
  },
  'gray.listInvalid': {
    status: 422,
    zh: '名单须为 CSV，每行首列一个编号',
    en: 'A list is CSV with an id in the first column of each line',
  },
  'gray.segmentNotFound': { status: 422, zh: '没有这个人群', en: 'There is no such segment' },
  'review.none': { status: 404, zh: '没有这个审核单', en: 'There is no such submission' },
  'review.runs': { status: 409, zh: '已有版本在审核中', en: 'A version is under review already' },
  'review.stateWrong': {
    status: 409,
    zh: '审核单当前的状态不允许此操作',
    en: 'The state of the submission does not allow this',
  },
  'review.ownVersion': {
    status: 403,
    zh: '不能审核自己提交的版本',
    en: 'Nobody decides about a version that he submitted',
  },
  'review.sameReviewer': {
    status: 403,
    zh: '复审须由另一位审核员完成',
    en: 'The second step is decided by another reviewer',
  },
  'review.withdrawQuota': {
    status: 429,
    zh: '今天或本月的撤回次数已用完',
    en: 'The withdrawals of this day or month are used up',
  },
  'review.appealClosed': { status: 409, zh: '申诉已处理或已过期', en: 'The appeal was decided or came too late' },
  'pageCheck.none': {
    status: 404,
    zh: '此版本还没有页面检查报告',
    en: 'There is no report about the pages of this version',
  },
  'pageCheck.noBrowser': {
    status: 409,
    zh: '服务器上没有可用的浏览器',
    en: 'The server has no browser to open pages with',
  },
  'pageCheck.runs': { status: 409, zh: '页面检查正在进行', en: 'The pages are being looked at already' },
  'app.stateWrong': {
    status: 409,
    zh: '小程序当前的状态不允许此操作',
    en: 'The state of the mini-program does not allow this',
  },
  'app.nameConfusing': {
    status: 409,
    zh: '名称与已有小程序过于相似',
    en: 'The name is too much like that of another mini-program',
  },
  'app.iconConfusing': {
    status: 409,
    zh: '图标与已有小程序过于相似',
    en: 'The icon is too much like that of another mini-program',
  },
  'app.categoryUnknown': {
    status: 422,
    zh: '没有这个类目，或它已不再开放选择',
    en: 'There is no such category, or it cannot be chosen any more',
  },
  'app.categoryInUse': {
    status: 409,
    zh: '仍有小程序属于要移除的类目；请隐藏它，或先让这些小程序换到别的类目',
    en: 'Mini-programs stand in a category that would go; hide it, or move them first',
  },
  'app.confirmationWrong': {
    status: 422,
    zh: '请输入小程序编号以确认',
    en: 'Type the id of the mini-program to confirm',
  },
  'archive.secretFound': {
    status: 422,
    zh: '包内含有平台密钥，请改为从服务器使用',
    en: 'The package holds a secret of the platform; keep it on your server',
  },
  'release.runtimeTooOld': {
    status: 422,
    zh: '该包需要更新的运行时',
    en: 'The package needs a newer runtime than this platform has',
  },

  'settings.unknownKey': { status: 404, zh: '没有这个设置', en: 'There is no such setting' },
  'settings.wrongScope': {
    status: 409,
    zh: '这个设置不能在这里更改',
    en: 'This setting has no value of its own here',
  },

  'archive.unreadable': { status: 422, zh: '压缩包无法读取', en: 'The archive cannot be read' },
  'archive.encrypted': { status: 422, zh: '不接受加密的压缩包', en: 'Encrypted archives are refused' },
  'archive.tooManyFiles': { status: 422, zh: '压缩包内文件过多', en: 'The archive has too many files' },
  'archive.tooLarge': { status: 422, zh: '压缩包解压后过大', en: 'The archive is too large when unpacked' },
  'archive.packageTooLarge': { status: 422, zh: '单个分包过大', en: 'One package of the mini-program is too large' },
  'archive.ratioTooHigh': { status: 422, zh: '压缩比异常', en: 'An entry is compressed more than a package can be' },
  'archive.nameUnsafe': { status: 422, zh: '压缩包内有不安全的文件名', en: 'The archive has an unsafe file name' },
  'archive.nameDuplicate': { status: 422, zh: '压缩包内有重复的文件名', en: 'The archive names a file twice' },
  'archive.kindRefused': { status: 422, zh: '压缩包内只能有普通文件', en: 'The archive may hold regular files only' },
  'archive.hashMismatch': { status: 422, zh: '文件内容与其哈希不符', en: 'A file does not match its hash' },
  'archive.contentDisguised': {
    status: 422,
    zh: '文件内容与其类型不符',
    en: 'A file is something else than its type says',
  },
  'archive.fileMissing': {
    status: 422,
    zh: '清单引用的文件不在压缩包内',
    en: 'A file of the manifest is not in the archive',
  },
  'archive.fileUnexpected': {
    status: 422,
    zh: '压缩包内有清单未引用的文件',
    en: 'The archive has a file that the manifest does not name',
  },
  'archive.manifestInvalid': { status: 422, zh: '清单不正确', en: 'The manifest is not valid' },
  'archive.jsonUnsafe': {
    status: 422,
    zh: '包内 JSON 不正确、嵌套过深或有重复的键',
    en: 'A JSON file is malformed, too deep, or repeats a key',
  },

  'message.templateNotFound': {
    status: 404,
    zh: '没有这个消息模板',
    en: 'There is no such message template',
    errno: 20001,
  },
  'message.kindsMixed': {
    status: 422,
    zh: '一次性模板与长期模板不能同时请求',
    en: 'One-time and long-term templates cannot be asked for together',
    errno: 20003,
  },
  'message.switchedOff': {
    status: 403,
    zh: '用户关闭了消息开关',
    en: 'The user has switched messages off',
    errno: 20004,
  },
  'message.tooManyTemplates': { status: 409, zh: '消息模板数量已达上限', en: 'There are too many templates already' },

  'webhook.notFound': { status: 404, zh: '没有这个推送地址', en: 'There is no such webhook' },
  'webhook.deliveryNotFound': { status: 404, zh: '没有这条推送记录', en: 'There is no such delivery' },
  'webhook.tooMany': { status: 409, zh: '推送地址数量已达上限', en: 'There are too many webhooks already' },
  'webhook.urlInvalid': {
    status: 422,
    zh: '推送地址须为不含账号的 https 地址',
    en: 'The address of a webhook is https and has no credentials in it',
  },
  'webhook.checkFailed': {
    status: 422,
    zh: '推送地址没有原样返回 echostr',
    en: 'The address did not answer with the echostr that it was sent',
  },

  'gateway.urlInvalid': { status: 400, zh: '请求地址不正确', en: 'The address to call is not valid', errno: 600009 },
  'gateway.requestInvalid': {
    status: 400,
    zh: '请求方法或请求头不正确',
    en: 'The method or a header of the call is not valid',
    errno: 600000,
  },
  'gateway.originRefused': {
    status: 403,
    zh: '该域名不在小程序的服务器域名列表中',
    en: 'The address is not on the request domains of this mini-program',
    errno: 600002,
  },
  'gateway.addressRefused': {
    status: 403,
    zh: '不允许访问该地址',
    en: 'The name leads to an address that may not be called',
    errno: 600002,
  },
  'gateway.redirectRefused': {
    status: 502,
    zh: '不允许的重定向',
    en: 'The server redirected in a way that is not allowed',
    errno: 600001,
  },
  'gateway.unreachable': { status: 502, zh: '无法连接目标服务器', en: 'The server cannot be reached', errno: 600001 },
  'gateway.timeout': { status: 504, zh: '目标服务器响应超时', en: 'The server took too long to answer', errno: 5 },
  'gateway.tooLarge': {
    status: 502,
    zh: '目标服务器返回内容过大',
    en: 'The answer of the server is too large',
    errno: 600001,
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof entries

export const errorTable: Readonly<Record<ErrorCode, ErrorEntry>> = entries

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(entries, code)
}

/** The body of every error answer of a native route. */
export const problemSchema = z.object({
  /** `/docs/errors#<code>` */
  type: z.string(),
  /** The table's text in the language of the request. */
  title: z.string(),
  status: z.int(),
  /** A code of the table; new ones may appear. */
  code: z.string(),
  /** What exactly was wrong, in English, for the person who reads a log. */
  detail: z.string().optional(),
  requestId: z.string(),
  /** Fields that were refused, when the request itself was not valid. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problemSchema>

/** Thrown by the platform for what a caller did, and by the SDK for what a server answered. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly code: ErrorCode
  readonly detail: string | undefined
  readonly issues: Problem['issues']

  constructor(code: ErrorCode, options: { detail?: string; issues?: Problem['issues']; cause?: unknown } = {}) {
    super(options.detail ? `${errorTable[code].en}: ${options.detail}` : errorTable[code].en, { cause: options.cause })
    this.code = code
    this.detail = options.detail
    this.issues = options.issues
  }
}
