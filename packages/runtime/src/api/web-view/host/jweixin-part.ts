/**
 * What a web page inside `<web-view>` loads to talk to its mini-program: `wx.miniProgram` of WeChat's own script, over `postMessage` to the
 * platform's page. Outside of a mini-program `getEnv` says so and every other function fails.
 */
interface Answer {
  errMsg: string
}

interface Options {
  success?: (answer: Answer) => void
  fail?: (answer: Answer) => void
  complete?: (answer: Answer) => void
}

declare global {
  interface Window {
    __wxjs_environment?: string
    wx?: Record<string, unknown>
    jWeixin?: Record<string, unknown>
  }
}

const answerTimeoutMs = 3000
const isInside = window.name === 'banyan:miniprogram' && window.parent !== window
const waiting = new Map<number, (answer: Answer) => void>()
let lastId = 0

window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== window.parent || typeof data !== 'object' || data === null) return
  const message: Record<string, unknown> = { ...data }
  const { type, id, errMsg } = message
  if (type !== 'banyan:jweixinAnswer' || typeof id !== 'number') return
  waiting.get(id)?.({ errMsg: String(errMsg) })
  waiting.delete(id)
})

function call(method: string): (options?: Options & Record<string, unknown>) => void {
  return (options = {}) => {
    const settle = (answer: Answer): void => {
      if (answer.errMsg.endsWith(':ok')) options.success?.(answer)
      else options.fail?.(answer)
      options.complete?.(answer)
    }
    if (!isInside) {
      setTimeout(() => settle({ errMsg: `${method}:fail not in a mini-program` }))
      return
    }
    const id = ++lastId
    const timer = setTimeout(() => {
      if (waiting.delete(id)) settle({ errMsg: `${method}:fail timeout` })
    }, answerTimeoutMs)
    waiting.set(id, (answer) => {
      clearTimeout(timer)
      settle(answer)
    })
    const plain = Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== 'function'))
    // The page around checks who speaks; which of its addresses it is this script cannot know.
    window.parent.postMessage({ type: 'banyan:jweixin', id, method, options: plain }, '*')
  }
}

const routes = ['navigateTo', 'navigateBack', 'switchTab', 'reLaunch', 'redirectTo', 'postMessage'] as const
const miniProgram = {
  ...Object.fromEntries(routes.map((name) => [name, call(name)])),
  getEnv: (callback: (env: { miniprogram: boolean }) => void) =>
    void setTimeout(() => callback({ miniprogram: isInside })),
}
const jweixin: Record<string, unknown> = {
  miniProgram,
  config: () => undefined,
  ready: (callback: () => void) => void setTimeout(callback),
  error: () => undefined,
}

window.wx = window.jWeixin = { ...window.wx, ...jweixin }
if (isInside) {
  window.__wxjs_environment = 'miniprogram'
  document.dispatchEvent(new Event('WeixinJSBridgeReady'))
}

export {}
