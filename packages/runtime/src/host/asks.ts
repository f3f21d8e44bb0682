/** What built-in components ask of the host without going through the worker. */
import type { ViewToHost } from '../bridge/frame-messages.ts'
import type { HostContext } from './context.ts'
import type { Navigation } from './navigation.ts'
import type { PageView } from './page-view.ts'
import { pagePath } from '../bridge/plugin-paths.ts'
import { parseRawQuery } from './urls.ts'
import { isRecord } from './worker-messages.ts'

type Ask = Extract<ViewToHost, { type: 'ask' }>

export function createAsks(host: HostContext, navigation: Navigation): (ask: Ask, page: PageView) => void {
  return (ask, page) => {
    const params = isRecord(ask.params) ? ask.params : {}
    switch (ask.name) {
      case 'navigate':
        followNavigator(host, navigation, { params, base: page.route })
        return
      case 'holdBack':
        page.heldBy = params.isHeld === true && typeof params.node === 'number' ? params.node : undefined
        return
      default:
        void host.later().then((later) => {
          const navigate = (options: Record<string, unknown>) =>
            followNavigator(host, navigation, { params: options, base: page.route })
          later.answerAsk(host, ask, { page, navigate })
        })
    }
  }
}

const openTypes: Readonly<Record<string, 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'>> = {
  navigate: 'navigateTo',
  navigateTo: 'navigateTo',
  redirect: 'redirectTo',
  redirectTo: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

/** `<navigator>`: an unknown page does nothing, as in WeChat. */
function followNavigator(
  host: HostContext,
  navigation: Navigation,
  { params, base }: { params: Record<string, unknown>; base: string },
): void {
  if (params.openType === 'exit') {
    host.leave()
    return
  }
  const openType = openTypes[typeof params.openType === 'string' ? params.openType : 'navigate']
  if (openType === undefined) return
  if (openType === 'navigateBack') {
    navigation.go(openType, { delta: typeof params.delta === 'number' ? params.delta : 1 })
    return
  }
  if (typeof params.url !== 'string') return
  const at = params.url.indexOf('?')
  const path = at < 0 ? params.url : params.url.slice(0, at)
  const search = at < 0 ? '' : params.url.slice(at + 1)
  const route = resolveRoute(base, pagePath(host.config, path, base))
  if (!host.config.pages.includes(route)) return
  navigation.go(openType, { place: { route, query: parseRawQuery(search) } })
}

function resolveRoute(base: string, path: string): string {
  const parts = path.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/').replace(/\.html$/, '')
}
