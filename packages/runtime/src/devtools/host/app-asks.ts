/** What panels ask of the host page itself. */
import type { OpenType } from '../../bridge/host-messages.ts'
import { topPage } from '../../host/page-stack.ts'
import { isRecord } from '../../host/worker-messages.ts'
import type { Agent, Answerers } from './answerers.ts'
import type { WatchedApp } from './hook.ts'

const openTypes: readonly Exclude<OpenType, 'appLaunch'>[] = [
  'navigateTo',
  'redirectTo',
  'navigateBack',
  'switchTab',
  'reLaunch',
]

export function openAppAsks({ host, pages, navigation }: WatchedApp, agent: Agent): Answerers {
  const top = () => topPage(navigation.state)
  let box: HTMLElement | undefined
  return {
    app: () => {
      const { appId, name, manifest, release } = host.boot
      const { config } = host
      return {
        appId,
        name,
        manifest,
        release,
        pages: config.pages,
        tabs: config.tabBar?.list ?? [],
        darkmode: config.darkmode,
      }
    },
    current: () => top()?.place ?? null,
    storage: () => host.storage.readAll(),
    async clearStorage() {
      await agent.ask('callWx', { name: 'clearStorageSync', args: [] })
      return null
    },
    navigate({ openType, route, query, delta }) {
      const chosen = openTypes.find((known) => known === openType) ?? 'navigateTo'
      const texts: Record<string, string> = {}
      for (const [key, value] of Object.entries(isRecord(query) ? query : {})) texts[key] = String(value)
      navigation.go(
        chosen,
        chosen === 'navigateBack' ? { delta: Number(delta ?? 1) } : { place: { route: String(route), query: texts } },
      )
      return null
    },
    permissions: () => ({ ...host.permissions.all }),
    permit({ scope, isGranted }) {
      host.permissions.set(String(scope), isGranted === true)
      return null
    },
    reload() {
      // The answer goes first.
      setTimeout(() => location.reload(), 0)
      return null
    },
    /** A frame over a node of a page; without a box it goes. */
    highlight({ page, box: given }) {
      box?.remove()
      box = undefined
      const frame = pages.get(Number(page ?? top()?.id))?.frame
      if (frame === undefined || !isRecord(given)) return null
      const { left, top: y } = frame.getBoundingClientRect()
      box = document.createElement('div')
      box.style.cssText = [
        'position:fixed;pointer-events:none;z-index:2147483646;background:rgb(76 195 165 / 32%);outline:1px solid #0b7a63',
        `left:${left + Number(given.left)}px;top:${y + Number(given.top)}px`,
        `width:${Number(given.width)}px;height:${Number(given.height)}px`,
      ].join(';')
      document.body.append(box)
      return null
    },
    /** Where the frame of the page on top is, for whoever points at something in it. */
    frame: () => {
      const rect = pages.get(top()?.id ?? 0)?.frame.getBoundingClientRect()
      return rect === undefined ? null : { left: rect.left, top: rect.top, width: rect.width, height: rect.height }
    },
  }
}
