/** New builds in an open page: styles and templates take the place of the old ones; code starts anew, with pages and data as they were. */
import type { PageState } from '../../bridge/devtools-messages.ts'
import type { FileRef, PackageManifest, StyleMap } from '@banyan/contract/package-format'
import { topPage } from '../../host/page-stack.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { formatPlace } from '../../host/urls.ts'
import type { Agent } from './answerers.ts'
import type { WatchedApp } from './hook.ts'
import type { Kept } from './kept.ts'

/** What the development server says of a new build; `kind` compares it with the build before. */
interface BuildChange {
  kind: 'none' | 'style' | 'template' | 'code' | 'all'
  manifest: PackageManifest
  /** Scripts of packages with what has changed. */
  patches: readonly string[]
  changedAt: number
}

interface HotUpdates {
  /** Pages above the first one, after a restart. */
  reopen(states: readonly PageState[]): void
  restart(): Promise<null>
}

const snapshotTimeoutMs = 200

export function openHotUpdates(app: WatchedApp, agent: Agent, restore: Kept<readonly PageState[]>): HotUpdates {
  const { host, pages, navigation } = app
  let { manifest } = host.boot
  const styles: Record<string, string> = {}
  const addStyles = pages.addStyles.bind(pages)
  pages.addStyles = (given) => {
    Object.assign(styles, given)
    addStyles(given)
  }

  // The overlay hears of builds; whoever can take one in prevents the reload.
  addEventListener('banyan:build', (event) => {
    if (!(event instanceof CustomEvent)) return
    event.preventDefault()
    void update(event.detail)
  })

  async function update({ kind, manifest: next, patches, changedAt }: BuildChange): Promise<void> {
    const before = manifest
    manifest = next
    if (kind === 'none') return
    const isHot =
      kind !== 'all' &&
      (await replaceStyles(before, next)
        .then(() => {
          if (kind === 'style') return true
          const sources = patches.map((text) => namedScript(text, changedAt))
          return kind === 'code' ? replaceCode(sources) : replaceTemplates(sources)
        })
        .catch(() => false))
    agent.tell('hot', { kind: isHot ? kind : 'restart', changedAt, at: Date.now() })
    if (!isHot) await restart()
    else dispatchEvent(new CustomEvent('banyan:updated', { detail: { kind, changedAt } }))
  }

  async function replaceStyles(before: PackageManifest, next: PackageManifest): Promise<void> {
    const changed = changedStyles(before, next)
    if (changed.length === 0) return
    const maps = await Promise.all(changed.map(async (ref): Promise<StyleMap> => (await load(ref)).json()))
    for (const map of maps) pages.addStyles(map)
    for (const view of pages.all()) {
      const keys = host.config.pageConfigs[view.route]?.styles ?? []
      const texts = keys.flatMap((key) => styles[key] ?? [])
      view.send({ type: 'prepareStyles', styles: texts })
    }
  }

  async function replaceTemplates(sources: readonly Blob[]): Promise<boolean> {
    for (const source of sources) {
      if ((await agent.ask('replaceTemplates', { source })) === null) return false
    }
    return true
  }

  /** The code takes the place of the old one in the worker that runs; pages that were made by it open anew. */
  async function replaceCode(sources: readonly Blob[]): Promise<boolean> {
    const states = await agent.ask('replaceCode', { sources })
    if (!Array.isArray(states)) return false
    const [first, ...others] = states.filter(isPageState)
    if (first === undefined) return true
    navigation.go('reLaunch', { place: { route: first.route, query: first.query } })
    reopen([first, ...others])
    return true
  }

  function load(ref: FileRef): Promise<Response> {
    return fetch(`${host.boot.fileBase}${ref.hash}`)
  }

  async function restart(): Promise<null> {
    const states = await Promise.race([
      agent.ask('states', {}),
      new Promise((resolve) => setTimeout(resolve, snapshotTimeoutMs)),
    ]).catch(() => undefined)
    const [first] = Array.isArray(states) ? states.filter(isPageState) : []
    if (first === undefined) {
      location.reload()
      return null
    }
    restore.write(Array.isArray(states) ? states.filter(isPageState) : [])
    await walkBack(topPage(navigation.state)?.depth ?? 0)
    const place = { route: first.route, query: first.query }
    history.replaceState({ banyan: { depth: 0, place } }, '', formatPlace(host.boot.basePath, place))
    location.reload()
    return null
  }

  function reopen(states: readonly PageState[]): void {
    const isOnTop = (route: string) => host.config.tabBar?.list.some((item) => item.pagePath === route) ?? false
    for (const { route, query } of states.slice(1)) {
      if (!isOnTop(route)) navigation.go('navigateTo', { place: { route, query } })
    }
  }

  return { reopen, restart }
}

/** The history goes back to the app's first entry without the app hearing of it: it ends here. */
function walkBack(depth: number): Promise<void> {
  if (depth === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (event?: Event) => {
      event?.stopImmediatePropagation()
      removeEventListener('popstate', done, true)
      resolve()
    }
    addEventListener('popstate', done, true)
    setTimeout(done, snapshotTimeoutMs)
    history.go(-depth)
  })
}

function changedStyles(before: PackageManifest, next: PackageManifest): FileRef[] {
  return next.packages.flatMap(({ root, style }) => {
    const known = before.packages.find((each) => each.root === root)
    return known?.style.hash === style.hash ? [] : [style]
  })
}

/** Each has a name of its own, so that an error's stack tells it from the script of the start. */
function namedScript(text: string, changedAt: number): Blob {
  const named = text.replace(/(\n\/\/# sourceURL=\S+)\s*$/, `$1?${changedAt}\n`)
  return new Blob([named], { type: 'text/javascript' })
}

function isPageState(value: unknown): value is PageState {
  return isRecord(value) && typeof value.route === 'string' && isRecord(value.query) && isRecord(value.data)
}
