/** What a tap on `<button open-type>` does. The button's frame gets the event's name and detail back over the port of its ask. */
import { anonymousProfile } from '@banyan/contract/profile'
import type { HostContext } from '../../host/context.ts'
import { isHostFailure } from '../../host/host-failure.ts'
import type { AskCall, AskMethods } from '../../host/later/ask-methods.ts'
import { openSettings } from '../../host/later/menu.ts'
import { loginHost } from '../login/host.ts'
import { noteAgreeButton, requirePrivacy } from '../privacy/host.ts'
import { sharePage } from '../share/host/share-panel.ts'
import { chooseAvatar } from './host/choose-avatar.ts'
import { openFeedback } from './host/feedback.ts'
import { readPhoneNumber } from './host/phone-number.ts'
import { openServiceChat } from './host/service-chat.ts'

export const openTypeAsks: AskMethods = {
  openType(call, host) {
    const { openType } = call.params
    // Some may be joined: `getPhoneNumber|agreePrivacyAuthorization`.
    const kinds = typeof openType === 'string' ? openType.split('|').map((kind) => kind.trim()) : []
    void tapped(kinds, call, host)
  },
}

async function tapped(kinds: readonly string[], call: AskCall, host: HostContext): Promise<void> {
  if (kinds.includes('agreePrivacyAuthorization')) {
    noteAgreeButton(host, textOf(call.params.buttonId))
    tell(call, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  }
  for (const kind of kinds) await openTypes[kind]?.(call, host)
}

const openTypes: Readonly<Record<string, (call: AskCall, host: HostContext) => Promise<void>>> = {
  async share({ params }, host) {
    await sharePage(host, { from: 'button', ...(typeof params.node === 'number' ? { node: params.node } : {}) })
  },
  async openSetting(call, host) {
    await openSettings(host)
    tell(call, 'opensetting', { authSetting: { ...host.permissions.all }, errMsg: 'openSetting:ok' })
  },
  async getUserInfo(call, host) {
    const signed = await loginHost.getUserInfo?.({ params: {}, pageId: 0, emit: () => {}, onSignal: () => {} }, host)
    tell(call, 'getuserinfo', {
      userInfo: { ...anonymousProfile },
      rawData: JSON.stringify(anonymousProfile),
      ...{ signature: '', encryptedData: '', iv: '' },
      ...Object(signed),
      errMsg: 'getUserInfo:ok',
    })
  },
  getPhoneNumber: (call, host) => phone(call, host, 'getPhoneNumber'),
  getRealtimePhoneNumber: (call, host) => phone(call, host, 'getRealtimePhoneNumber'),
  /** There is no app of the device's own that could have opened this one. */
  async launchApp(call) {
    tell(call, 'error', { errMsg: 'launchApp:fail invalid scene' })
  },
  async chooseAvatar(call, host) {
    try {
      tell(call, 'chooseavatar', { avatarUrl: await chooseAvatar(host), errMsg: 'chooseAvatar:ok' })
    } catch (error) {
      tell(call, 'error', { errMsg: `chooseAvatar:${isHostFailure(error) ? error.reason : `fail ${String(error)}`}` })
    }
  },
  feedback: ({ page }, host) => openFeedback(host, page.section.dataset.route ?? ''),
  async contact(call, host) {
    const isThere = await openServiceChat(host, textOf(call.params['session-from']))
    const path = call.page.section.dataset.route ?? ''
    if (isThere) tell(call, 'contact', { path, query: {}, errMsg: 'enterContact:ok' })
    else tell(call, 'contact', { errMsg: 'enterContact:fail not supported' })
  },
}

async function phone(call: AskCall, host: HostContext, name: string): Promise<void> {
  try {
    await requirePrivacy(host, `button.${name}`)
    tell(call, name.toLowerCase(), { ...(await readPhoneNumber(host)), errMsg: `${name}:ok` })
  } catch (error) {
    const { reason, errno } = isHostFailure(error) ? error : { reason: `fail ${String(error)}`, errno: undefined }
    tell(call, name.toLowerCase(), { errMsg: `${name}:${reason}`, ...(errno === undefined ? {} : { errno }) })
  }
}

function tell({ port }: AskCall, name: string, detail: Readonly<Record<string, unknown>>): void {
  port?.postMessage({ name, detail })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
