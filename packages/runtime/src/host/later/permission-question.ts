/** Asks the user for one of WeChat's scopes, in the host's own chrome. */
import type { HostContext } from '../context.ts'
import { isRecord } from '../worker-messages.ts'
import { type OpenTextKey, openTextsOf } from './open-texts.ts'
import { consentButton, openSheet, sheetActions, sheetButton, sheetHead, sheetText, sheetTitle } from './sheet.ts'

const subjects: Readonly<Record<string, OpenTextKey>> = {
  'scope.userLocation': 'askLocation',
  'scope.userFuzzyLocation': 'askFuzzyLocation',
  'scope.userLocationBackground': 'askBackgroundLocation',
  'scope.userInfo': 'askUserInfo',
  'scope.writePhotosAlbum': 'askAlbum',
  'scope.camera': 'askCamera',
  'scope.record': 'askRecord',
  'scope.werun': 'askWerun',
  'scope.bluetooth': 'askBluetooth',
  'scope.addPhoneContact': 'askContact',
  'scope.addPhoneCalendar': 'askCalendar',
}

/** Granted to everybody: the user chooses each time what is handed over. Nobody is asked for a profile that is anonymous either. */
export const openScopes: readonly string[] = ['scope.address', 'scope.invoice', 'scope.invoiceTitle', 'scope.userInfo']

export function isScope(scope: string): boolean {
  return Object.hasOwn(subjects, scope) || openScopes.includes(scope)
}

export function subjectOf(host: HostContext, scope: string): string | undefined {
  const key = Object.hasOwn(subjects, scope) ? subjects[scope] : undefined
  return key === undefined ? undefined : openTextsOf(host.texts)[key]
}

export async function askPermission(host: HostContext, scope: string): Promise<boolean> {
  if (openScopes.includes(scope)) return true
  const subject = subjectOf(host, scope)
  if (subject === undefined) return false
  const texts = openTextsOf(host.texts)
  const purpose = purposeOf(host, scope)
  return openSheet<boolean>(host.root, {
    label: `${host.boot.name} ${texts.asksFor} ${subject}`,
    content: (finish) => [
      sheetHead(host, texts.asksFor),
      sheetTitle(subject),
      ...(purpose === undefined ? [] : [sheetText(purpose)]),
      sheetActions(
        sheetButton(texts.disagree, '', () => finish(false)),
        consentButton(texts.allow, () => finish(true)),
      ),
    ],
  })
}

/** `permission["scope.userLocation"].desc` of app.json. */
function purposeOf(host: HostContext, scope: string): string | undefined {
  const { permission } = host.config.source
  const entry = isRecord(permission) ? permission[scope] : undefined
  return isRecord(entry) && typeof entry.desc === 'string' ? entry.desc : undefined
}
