import { PlatformError, type ErrorCode } from '@banyan/contract/errors'
import { WechatError, type WechatErrorCode } from '@banyan/contract/wechat'

/** What WeChat calls what our domains refuse. */
const codes: Partial<Record<ErrorCode, WechatErrorCode>> = {
  'app.notFound': 40013,
  'app.stateWrong': 85021,
  'app.originInvalid': 40097,
  'gray.firstReleaseFull': 85079,
  'gray.none': 85021,
  'gray.runs': 87011,
  'gray.shareShrinks': 85082,
  'gray.stateWrong': 85021,
  'identity.forbidden': 48001,
  'release.grayRuns': 87011,
  'release.none': 85079,
  'release.noRollbackTarget': 87012,
  'release.notApproved': 85020,
  'release.stateWrong': 85021,
  'release.versionBlocked': 85021,
  'release.versionNotFound': 85014,
  'review.none': 85012,
  'review.runs': 85009,
  'review.stateWrong': 85021,
  'review.withdrawQuota': 87013,
}

export async function asWechatErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof PlatformError ? codes[error.code] : undefined
    if (code === undefined || !(error instanceof PlatformError)) throw error
    throw new WechatError(code, error.detail)
  }
}
