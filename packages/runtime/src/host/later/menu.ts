/** The capsule's menu. */
import { shareMenusOf } from '../../api/share/host.ts'
import { copyPageLink, sharePage } from '../../api/share/host/share-panel.ts'
import { saveSubscriptions, subscriptionsOf } from '../../api/subscribe/host.ts'
import type { HostContext } from '../context.ts'
import { showMenu } from './menu-sheet.ts'
import { openTextsOf } from './open-texts.ts'
import { subjectOf } from './permission-question.ts'
import { showSettings } from './settings-sheet.ts'
import { laterTextsOf } from './texts.ts'

export function openMenu(host: HostContext): void {
  const { boot } = host
  const texts = laterTextsOf(host.texts)
  const menus = shareMenusOf(host.pageOf(0))
  const share = { text: texts.share, icon: 'share', onChoose: () => void sharePage(host, { from: 'menu' }) }
  const timeline = {
    text: openTextsOf(host.texts).shareTimeline,
    icon: 'share',
    onChoose: () => void sharePage(host, { from: 'menu' }, 'onShareTimeline'),
  }
  const favorite = {
    text: openTextsOf(host.texts).favorite,
    icon: 'favorite',
    onChoose: () => void sharePage(host, { from: 'menu' }, 'onAddToFavorites'),
  }
  const items = [
    ...(menus.has('shareAppMessage') ? [share] : []),
    ...(menus.has('shareTimeline') ? [timeline] : []),
    favorite,
    { text: texts.copyLink, icon: 'link', onChoose: () => void copyPageLink(host) },
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

const subscriptionSwitch = 'subscriptions'

/** What the user allowed and refused; a switch acts at once. */
export async function openSettings(host: HostContext): Promise<void> {
  const scopes = Object.entries(host.permissions.all).flatMap(([scope, isGranted]) => {
    const text = subjectOf(host, scope)
    return text === undefined ? [] : [{ scope, text, isGranted }]
  })
  const subscriptions = subscriptionsOf(host)
  const hasAsked = !subscriptions.mainSwitch || Object.keys(subscriptions.itemSettings).length > 0
  const messages = {
    scope: subscriptionSwitch,
    text: openTextsOf(host.texts).subscribeSwitch,
    isGranted: subscriptions.mainSwitch,
  }
  await showSettings(host.root, {
    texts: host.texts,
    scopes: hasAsked ? [...scopes, messages] : scopes,
    onChange: (scope, isGranted) => {
      if (scope === subscriptionSwitch) saveSubscriptions(host, { ...subscriptionsOf(host), mainSwitch: isGranted })
      else host.permissions.set(scope, isGranted)
    },
  })
}
