/** The capsule's menu. */
import { writeText } from './clipboard.ts'
import type { HostContext } from '../context.ts'
import { showMenu } from './menu-sheet.ts'
import { subjectOf } from './permission-question.ts'
import { showSettings } from './settings-sheet.ts'
import { laterTextsOf } from './texts.ts'

export function openMenu(host: HostContext): void {
  const { boot } = host
  const texts = laterTextsOf(host.texts)
  const items = [
    { text: texts.share, icon: 'share', onChoose: () => void share(host) },
    { text: texts.copyLink, icon: 'link', onChoose: () => void copyLink(host) },
    { text: texts.reload, icon: 'reload', onChoose: () => location.reload() },
    { text: texts.reenter, icon: 'reenter', onChoose: () => host.restart() },
    { text: texts.settings, icon: 'settings', onChoose: () => void openSettings(host) },
  ]
  const channels = { release: '', trial: ` ${texts.trial}`, develop: ` ${texts.develop}` }
  showMenu(host.root, {
    texts: host.texts,
    app: { name: boot.name, ...(boot.iconUrl === undefined ? {} : { iconUrl: boot.iconUrl }) },
    detail: `${texts.version} ${boot.release.version}${channels[boot.release.channel]}`,
    items,
  })
}

export async function openSettings(host: HostContext): Promise<void> {
  const scopes = Object.entries(host.permissions.all).flatMap(([scope, isGranted]) => {
    const text = subjectOf(host.texts, scope)
    return text === undefined ? [] : [{ scope, text, isGranted }]
  })
  await showSettings(host.root, {
    texts: host.texts,
    scopes,
    onChange: (scope, isGranted) => host.permissions.set(scope, isGranted),
  })
}

export async function share(host: HostContext): Promise<void> {
  const data = { title: document.title, url: location.href }
  if (typeof navigator.share !== 'function') {
    await copyLink(host)
    return
  }
  // The user may close the system's sheet; that is no failure.
  await navigator.share(data).catch(() => undefined)
}

async function copyLink(host: HostContext): Promise<void> {
  if (await writeText(location.href))
    host.toaster.show({ title: laterTextsOf(host.texts).copied, icon: 'success', mask: false, durationMs: 1500 })
}
