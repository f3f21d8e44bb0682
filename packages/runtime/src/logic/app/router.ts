/** Navigation as WeChat words it: what the configuration forbids is refused here, the host decides the rest. */
import type { AppConfig } from '@banyan/contract/package-format'
import type { RouteRequest } from '../../bridge/host-messages.ts'
import { ApiError, type OpenedPage, type Router } from '../context.ts'
import { pagePath } from '../../bridge/plugin-paths.ts'
import { resolvePath } from '../modules/paths.ts'

type RouteTarget = Parameters<Router['go']>[0]

export class AppRouter implements Router {
  private readonly config: AppConfig
  private readonly send: (request: RouteRequest) => void
  private readonly stack: () => readonly { route: string }[]
  private readonly pending = new Map<
    number,
    { resolve(page: OpenedPage | undefined): void; reject(error: ApiError): void }
  >()
  private nextId = 1

  constructor(config: AppConfig, send: (request: RouteRequest) => void, stack: () => readonly { route: string }[]) {
    this.config = config
    this.send = send
    this.stack = stack
  }

  go(target: RouteTarget): Promise<OpenedPage | undefined> {
    const refusal = this.refusal(target)
    if (refusal !== undefined) return Promise.reject(new ApiError(`${target.openType}:fail ${refusal}`))
    const requestId = this.nextId
    this.nextId += 1
    return new Promise((resolve, reject) => {
      this.pending.set(requestId, { resolve, reject })
      this.send({ type: 'route', requestId, ...target })
    })
  }

  resolve(url: string): { route: string; query: Record<string, string> } {
    return this.resolveFrom(url, this.stack().at(-1)?.route ?? '')
  }

  resolveFrom(url: string, base: string): { route: string; query: Record<string, string> } {
    const mark = url.indexOf('?')
    const path = mark < 0 ? url : url.slice(0, mark)
    const query = mark < 0 ? '' : url.slice(mark + 1)
    return {
      route: resolvePath(pagePath(this.config, path, base), base).replace(/\.html$/, ''),
      query: parseQuery(query),
    }
  }

  /** The change that a request asked for has happened. */
  settle(requestId: number, opened: OpenedPage | undefined): void {
    this.pending.get(requestId)?.resolve(opened)
    this.pending.delete(requestId)
  }

  fail(requestId: number, errMsg: string): void {
    this.pending.get(requestId)?.reject(new ApiError(errMsg))
    this.pending.delete(requestId)
  }

  private refusal({ openType, route }: RouteTarget): string | undefined {
    const depth = this.stack().length
    if (openType === 'navigateBack') return depth === 0 ? 'cannot navigate back at first page.' : undefined
    if (route === undefined || !this.config.pages.includes(route)) return `page "${route ?? ''}" is not found`
    const isTab = this.config.tabBar?.list.some(({ pagePath }) => pagePath === route) === true
    if (openType === 'switchTab') return isTab ? undefined : 'can not switch to no-tabBar page'
    if (isTab && openType !== 'reLaunch') return `can not ${openType} a tabbar page`
    return openType === 'navigateTo' && depth >= maxPages ? 'webview count limit exceed' : undefined
  }
}

const maxPages = 10

/** WeChat hands values over as they were written, still encoded. */
function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    query[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1)
  }
  return query
}
