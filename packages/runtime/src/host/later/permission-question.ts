import { showModal } from './modal.ts'
import { type LaterTextKey, laterTextsOf } from './texts.ts'
import type { Texts } from '../ui/texts.ts'

const subjects: Readonly<Record<string, LaterTextKey>> = {
  'scope.userLocation': 'permissionLocation',
  'scope.userFuzzyLocation': 'permissionLocation',
  'scope.userInfo': 'permissionUserInfo',
  'scope.writePhotosAlbum': 'permissionAlbum',
  'scope.camera': 'permissionCamera',
  'scope.record': 'permissionRecord',
  'scope.address': 'permissionAddress',
}

export function subjectOf(texts: Texts, scope: string): string | undefined {
  const key = Object.hasOwn(subjects, scope) ? subjects[scope] : undefined
  return key === undefined ? undefined : laterTextsOf(texts)[key]
}

/** Asks the user; scopes that the browser guards on its own need no question of ours. */
export async function askPermission(
  root: HTMLElement,
  texts: Texts,
  { appName, scope }: { appName: string; scope: string },
): Promise<boolean> {
  const subject = subjectOf(texts, scope)
  if (scope === 'scope.writePhotosAlbum') return true
  if (subject === undefined) return false
  const words = laterTextsOf(texts)
  const { confirm } = await showModal(root, texts, {
    title: `${appName} ${words.permissionAsk}`,
    content: subject,
    showCancel: true,
    cancelText: words.deny,
    confirmText: words.allow,
    editable: false,
    placeholderText: '',
  })
  return confirm
}
