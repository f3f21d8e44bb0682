/** `<web-view>`: a page of an allowed site over the content of a mini-program's page. It talks by `jweixin.js`; nothing else it sends counts. */
import type { AskCall, AskMethods } from '../../host/later/ask-methods.ts'
import type { HostContext } from '../../host/context.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { isAllowedOrigin } from '../../host/allowed-origin.ts'

/** A web page must not fill the memory of the app. */
const maxMessages = 1000
const deliveryMs = 400
/** `jweixin.js` tells by this name of its window that it runs in a mini-program. */
export const webViewName = 'banyan:miniprogram'

const texts = {
  zh_CN: { refused: '无法打开该页面', why: '不支持打开', title: '网页' },
  en: { refused: 'This page cannot be opened', why: 'Not among the sites of this mini-program:', title: 'Web page' },
}

export const webViewAsks: AskMethods = {
  webView(call, host) {
    if (call.port !== undefined) openWebView(call, call.port, host)
  },
}

function openWebView(call: AskCall, port: MessagePort, host: HostContext): void {
  const { page } = call
  const words = texts[host.texts.locale]
  const layer = document.createElement('div')
  layer.className = 'web-view'
  layer.style.cssText = 'flex:1;position:relative;min-height:0;background:var(--banyan-surface);display:none'
  page.frame.after(layer)
  let frame: HTMLIFrameElement | undefined
  let origin = ''
  let messages: unknown[] = []
  let delivered: (() => void) | undefined

  const emit = (name: string, detail: unknown) => port.postMessage({ type: 'event', name, detail })
  /** Messages reach the app when the user goes back or shares, and when the component goes, as in WeChat. */
  const deliver = (): Promise<void> => {
    if (messages.length === 0) return Promise.resolve()
    const data = messages
    messages = []
    return new Promise((resolve) => {
      delivered = resolve
      setTimeout(resolve, deliveryMs)
      port.postMessage({ type: 'event', name: 'message', detail: { data }, wantsAnswer: true })
    })
  }
  const open = (src: string) => {
    frame?.remove()
    frame = undefined
    layer.replaceChildren()
    layer.style.display = src === '' ? 'none' : 'block'
    page.frame.style.display = src === '' ? '' : 'none'
    if (src === '') return
    const url = parseUrl(src)
    if (url === undefined || !isAllowedOrigin(host.boot.webViewOrigins ?? [], url)) {
      const notice = document.createElement('div')
      notice.className = 'notice'
      notice.setAttribute('role', 'alert')
      const title = document.createElement('h2')
      title.textContent = words.refused
      const why = document.createElement('p')
      why.textContent = `${words.why} ${url?.host ?? src}`
      notice.append(title, why)
      layer.append(notice)
      emit('error', { url: src, fullUrl: src, src })
      return
    }
    origin = url.origin
    frame = document.createElement('iframe')
    frame.name = webViewName
    frame.title = words.title
    // A foreign origin keeps its own storage; one that is ours would get ours, so it is made opaque.
    const own = url.origin === location.origin ? '' : ' allow-same-origin'
    frame.setAttribute('sandbox', `allow-scripts allow-forms allow-popups allow-modals allow-downloads${own}`)
    frame.setAttribute('allow', 'fullscreen; autoplay; clipboard-write')
    frame.setAttribute('referrerpolicy', 'no-referrer')
    frame.style.cssText = 'width:100%;height:100%;border:0;display:block'
    frame.addEventListener('load', () => emit('load', { src, url: src, fullUrl: src }))
    frame.src = url.href
    layer.append(frame)
  }
  const heard = ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (frame === undefined || source !== frame.contentWindow || !isRecord(data)) return
    if (data.type !== 'banyan:jweixin' || typeof data.method !== 'string') return
    const current = parseUrl(from)
    const isOpaque = from === 'null' && origin === location.origin
    if (!isOpaque && (current === undefined || !isAllowedOrigin(host.boot.webViewOrigins ?? [], current))) return
    const options = isRecord(data.options) ? data.options : {}
    if (data.method === 'postMessage') {
      if (messages.length < maxMessages) messages.push(options.data)
    } else void deliver().then(() => call.navigate({ ...options, openType: data.method }))
    const answer = { type: 'banyan:jweixinAnswer', id: data.id, errMsg: `${data.method}:ok` }
    frame.contentWindow?.postMessage(answer, isOpaque ? '*' : from)
  }
  const close = () => {
    removeEventListener('message', heard)
    layer.remove()
    page.frame.style.display = ''
    port.close()
  }
  addEventListener('message', heard)
  page.onLeaving(deliver)
  page.onClosed(close)
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isRecord(data)) return
    if (data.type === 'open' && typeof data.src === 'string') open(data.src)
    if (data.type === 'delivered') delivered?.()
    if (data.type === 'close') void deliver().then(close)
  }
}

function parseUrl(text: string): URL | undefined {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
  } catch {
    return undefined
  }
}
