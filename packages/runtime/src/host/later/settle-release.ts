/** A release that the check at the start did not like: what can be done about it. */
import type { BootData } from '@banyan/contract/boot'
import { checkRelease, type ReleaseVerdict } from '../release-check.ts'
import { element } from '../ui/dom.ts'
import { textsOf } from '../ui/texts.ts'
import { readBootOf } from './fresh-boot.ts'
import { showModal } from './modal.ts'
import { laterTextsOf } from './texts.ts'

const retriedItem = 'banyan:stale-retried'

/** True when the app may start all the same. */
export async function settleRelease(boot: BootData, verdict: ReleaseVerdict): Promise<boolean> {
  if (verdict === 'stale') return findNewer(boot)
  return verdict === 'otherKey' && (isThisMachine() || (await askAboutKey(boot))) && trustKey(boot)
}

/** Some cache on the way held an old page back: asked past all caches, the platform says what is current. */
async function findNewer(boot: BootData): Promise<boolean> {
  const fresh = await readBootOf(location.href).catch(() => undefined)
  // Nobody can be asked: an old release is better than none, and the next start checks again.
  if (fresh === undefined) return true
  const isNewer =
    fresh.release.sequence > boot.release.sequence || (fresh.signed?.issuedAt ?? 0) > (boot.signed?.issuedAt ?? 0)
  const token = `${boot.appId} ${boot.release.sequence}`
  if (!isNewer || sessionStorage.getItem(retriedItem) === token) return false
  sessionStorage.setItem(retriedItem, token)
  location.reload()
  return new Promise(() => {})
}

/** A platform that was set up anew has a new key; on the owner's own machine nobody stands in between. */
function isThisMachine(): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname)
}

async function askAboutKey(boot: BootData): Promise<boolean> {
  const texts = textsOf(boot.locale)
  const words = laterTextsOf(texts)
  const root =
    document.querySelector<HTMLElement>('.app') ?? document.body.appendChild(element('div', { class: 'app' }))
  const { confirm } = await showModal(root, texts, {
    title: words.keyTitle,
    content: words.keyText,
    showCancel: true,
    cancelText: words.cancel,
    confirmText: words.keyTrust,
    editable: false,
    placeholderText: '',
  })
  return confirm
}

async function trustKey(boot: BootData): Promise<boolean> {
  return (await checkRelease(boot, localStorage, true)) === 'good'
}
