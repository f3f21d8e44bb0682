/** What may be shared of a page, and files and pictures that an app hands out. */
import type { HostCall, HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { openTextsOf } from '../../host/later/open-texts.ts'
import { openSheet, sheetActions, sheetButton, sheetHead } from '../../host/later/sheet.ts'
import type { AppPage } from '../../host/page-view.ts'
import { readText, readTexts } from '../../host/params.ts'
import { element } from '../../host/ui/dom.ts'
import { downloadBlob } from './host/download.ts'

export const shareHost: HostMethods = {
  showShareMenu({ params, pageId }, host) {
    const menus = menuNames(params)
    change(host, pageId, (shown) =>
      menus.length === 0 ? shown.add('shareAppMessage') : menus.forEach((menu) => shown.add(menu)),
    )
  },
  hideShareMenu({ params, pageId }, host) {
    const menus = menuNames(params)
    change(host, pageId, (shown) => (menus.length === 0 ? shown.clear() : menus.forEach((menu) => shown.delete(menu))))
  },
  /** Tickets and messages that change later need a chat that this platform does not have. */
  updateShareMenu: () => undefined,
  shareFileMessage: (call, host) => shareFile(call, host, 'filePath'),
  shareVideoMessage: (call, host) => shareFile(call, host, 'videoPath'),
  showShareImageMenu: (call, host) => shareFile(call, host, 'path'),
}

export type ShareMenu = 'shareAppMessage' | 'shareTimeline'

const shownOf = new WeakMap<AppPage, Set<ShareMenu>>()

/** Which entries the capsule's menu has for this page; the plain share is there until the app hides it. */
export function shareMenusOf(page: AppPage | undefined): ReadonlySet<ShareMenu> {
  return (page === undefined ? undefined : shownOf.get(page)) ?? new Set<ShareMenu>(['shareAppMessage'])
}

function change(host: HostContext, pageId: number, work: (shown: Set<ShareMenu>) => unknown): void {
  const page = host.pageOf(pageId)
  if (page === undefined) return
  const shown = new Set(shareMenusOf(page))
  work(shown)
  shownOf.set(page, shown)
}

function menuNames(params: Readonly<Record<string, unknown>>): ShareMenu[] {
  // `wechatMoment` and the like are the names that WeChat had before.
  const names = [
    ...readTexts(params, 'menus'),
    ...readTexts(params, 'hideShareItems'),
    ...readTexts(params, 'showShareItems'),
  ]
  const known: Readonly<Record<string, ShareMenu>> = {
    shareAppMessage: 'shareAppMessage',
    wechatFriends: 'shareAppMessage',
    shareTimeline: 'shareTimeline',
    wechatMoment: 'shareTimeline',
  }
  return names.flatMap((name) => (Object.hasOwn(known, name) ? (known[name] ?? []) : []))
}

async function shareFile({ params }: HostCall, host: HostContext, key: string): Promise<void> {
  const path = readText(params, key)
  const blob = await host.loadResource(path)
  if (blob === undefined) throw new HostFailure('fail file not found')
  const name = readText(params, 'fileName') || (path.split('/').at(-1) ?? 'file')
  const file = new File([blob], name, { type: blob.type })
  const texts = openTextsOf(host.texts)
  const canShare = typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] })
  const isDone = await openSheet<boolean>(host.root, {
    label: texts.shareTitle,
    dismissed: false,
    content: (finish) => [
      sheetHead(host, texts.shareTitle),
      element('div', { class: 'card' }, element('b', {}, name)),
      sheetActions(
        sheetButton(texts.cancel, '', () => finish(false)),
        sheetButton(key === 'path' ? texts.saveImage : texts.saveFile, canShare ? '' : 'go', () => {
          downloadBlob(blob, name)
          finish(true)
        }),
        ...(canShare
          ? [
              // By the tap itself, or the browser refuses.
              sheetButton(texts.shareSystem, 'go', () => {
                navigator.share({ files: [file] }).then(
                  () => finish(true),
                  () => finish(false),
                )
              }),
            ]
          : []),
      ),
    ],
  })
  if (!isDone) throw new HostFailure('fail cancel')
}
