/** What the platform answered instead of doing it. `code` is WeChat's `errcode`; `code` 0 means that there was no answer in its form. */
export class WechatApiError extends Error {
  override readonly name = 'WechatApiError'
  readonly code: number

  constructor(code: number, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
