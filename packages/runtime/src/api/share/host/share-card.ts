/** What is shared of a page: the app may choose title, picture and path, in its `onShareAppMessage`. */
import { sharePath } from '@banyan/contract/links'
import type { HostContext } from '../../../host/context.ts'
import { formatPlace, parseRawQuery } from '../../../host/urls.ts'

export type ShareHandler = 'onShareAppMessage' | 'onShareTimeline' | 'onAddToFavorites'

export interface ShareCard {
  title: string
  /** A whole address. */
  url: string
  /** One that the host page may show. */
  imageUrl?: string
}

/** Longer than the three seconds that an app's own promise may take. */
const answerMs = 5000
/** A link without the platform's word on it is a link all the same. */
const signMs = 2000

export async function askForCard(
  host: HostContext,
  handler: ShareHandler,
  from: { from: 'menu' | 'button'; node?: number },
): Promise<ShareCard> {
  const answer = readTexts(await host.questions.ask('share', { handler, ...from }, answerMs))
  const { path, query, imageUrl } = answer
  const picture = imageUrl === undefined ? undefined : await host.pictureUrl(imageUrl).catch(() => undefined)
  const url = path !== undefined && path !== '' ? urlOfPath(host, path) : urlWithQuery(query)
  return {
    title: answer.title || (handler === 'onShareAppMessage' ? host.boot.name : document.title),
    url: url + (await signatureFor(host, url)),
    ...(picture === undefined ? {} : { imageUrl: picture }),
  }
}

/** That a user passed the page on; the app of whoever opens it learns so. */
async function signatureFor({ boot }: HostContext, url: string): Promise<string> {
  if (boot.signed === undefined || boot.release.channel !== 'release') return ''
  const { pathname, search } = new URL(url)
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), signMs)
  try {
    const asked = `${sharePath(boot.appId)}?address=${encodeURIComponent(pathname + search)}`
    const answer: unknown = await (await fetch(asked, { signal: patience.signal })).json()
    const { fragment } = readTexts(answer)
    return fragment ?? ''
  } catch {
    return ''
  } finally {
    clearTimeout(timer)
  }
}

/** The address of the page on top, with what the app says about it by `wx.onCopyUrl`. */
export async function urlToCopy(host: HostContext): Promise<string> {
  const { query } = readTexts(await host.questions.ask('copyUrl', {}, answerMs))
  return urlWithQuery(query)
}

function urlWithQuery(query: string | undefined): string {
  if (query === undefined) return location.href.replace(/#.*$/, '')
  return `${location.origin}${formatPlace(`${location.pathname}`, { route: '', query: parseRawQuery(query) })}`
}

function urlOfPath({ boot, config }: HostContext, path: string): string {
  const at = path.indexOf('?')
  const route = (at < 0 ? path : path.slice(0, at)).replace(/^\/+/, '').replace(/\.html$/, '')
  const query = at < 0 ? {} : parseRawQuery(path.slice(at + 1))
  return `${location.origin}${formatPlace(boot.basePath, { route: route || config.entryPagePath, query })}`
}

const sharedTexts = ['title', 'path', 'imageUrl', 'query', 'fragment'] as const
type SharedText = (typeof sharedTexts)[number]

function readTexts(answer: unknown): Partial<Record<SharedText, string>> {
  const texts: Partial<Record<SharedText, string>> = {}
  if (typeof answer !== 'object' || answer === null) return texts
  for (const name of sharedTexts) {
    const value: unknown = Reflect.get(answer, name)
    if (typeof value === 'string') texts[name] = value.slice(0, 2000)
  }
  return texts
}
