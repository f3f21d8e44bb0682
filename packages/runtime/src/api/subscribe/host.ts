/**
 * Asks whether an app may send messages. The platform keeps the answers, because it sends the messages; where there is no platform, as in
 * development, they stay on this device.
 */
import type { HostCall, HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { fillText, openTextsOf } from '../../host/later/open-texts.ts'
import { consentButton, openSheet, sheetActions, sheetButton, sheetHead, sheetTitle } from '../../host/later/sheet.ts'
import { readTexts } from '../../host/params.ts'
import { element } from '../../host/ui/dom.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { askPlatform } from '../login/host.ts'
import { askTemplates, type KnownTemplates } from './host/templates.ts'

export const subscribeHost: HostMethods = {
  requestSubscribeMessage: subscribe,
  requestSubscribeDeviceMessage: subscribe,
}

type Answer = 'accept' | 'reject'

export interface Subscriptions {
  mainSwitch: boolean
  /** Only what is to be kept without asking again. */
  itemSettings: Record<string, Answer>
}

async function subscribe({ params }: HostCall, host: HostContext): Promise<Record<string, Answer>> {
  const ids = readTexts(params, 'tmplIds')
  const known = await askTemplates(host, ids)
  const kept = known?.kept ?? subscriptionsOf(host).itemSettings
  if (!(known?.mainSwitch ?? subscriptionsOf(host).mainSwitch)) {
    throw new HostFailure('fail The main switch is switched off', undefined, 20_004)
  }
  const asked = ids.filter((id) => !Object.hasOwn(kept, id))
  const given = asked.length === 0 ? { answers: {}, isKept: false } : await askUser(host, asked, known?.titles)
  const answers: Readonly<Record<string, Answer>> = { ...kept, ...given.answers }
  const answer = Object.fromEntries(ids.map((id) => [id, answers[id] ?? 'reject']))
  if (known) await tellPlatform(host, answer, given.isKept ? asked : [])
  if (given.isKept) {
    const local = subscriptionsOf(host)
    saveSubscriptions(host, { ...local, itemSettings: { ...local.itemSettings, ...given.answers } })
  }
  return answer
}

/** What the user wants to be kept is told apart from answers that hold this once. */
async function tellPlatform(
  host: HostContext,
  answers: Readonly<Record<string, Answer>>,
  kept: readonly string[],
): Promise<void> {
  for (const isKept of [true, false]) {
    const told = Object.entries(answers).filter(([id]) => kept.includes(id) === isKept)
    if (told.length === 0) continue
    const heard = await askPlatform(host, 'subscribe', { answers: Object.fromEntries(told), isKept })
    if (!heard) throw new HostFailure('fail network error', undefined, 10_002)
  }
}

function askUser(
  host: HostContext,
  ids: readonly string[],
  titles: KnownTemplates['titles'] = {},
): Promise<{ answers: Record<string, Answer>; isKept: boolean }> {
  const texts = openTextsOf(host.texts)
  const boxes = ids.map((id) => ({ id, ...checkRow(titles[id] ?? fillText(texts.subscribeItem, { id }), true) }))
  const keep = checkRow(texts.subscribeRemember, false)
  const answersOf = (isAllowed: boolean) => ({
    answers: Object.fromEntries(
      boxes.map(({ id, box }) => [id, isAllowed && box.checked ? ('accept' as const) : ('reject' as const)]),
    ),
    isKept: keep.box.checked,
  })
  return openSheet(host.root, {
    label: texts.subscribeTitle,
    content: (finish) => [
      sheetHead(host, texts.asksFor),
      sheetTitle(texts.subscribeTitle),
      ...boxes.map(({ row }) => row),
      keep.row,
      sheetActions(
        sheetButton(texts.cancel, '', () => finish(answersOf(false))),
        consentButton(texts.allow, () => finish(answersOf(true))),
      ),
    ],
  })
}

function checkRow(text: string, isChecked: boolean): { row: HTMLElement; box: HTMLInputElement } {
  const box = element('input', { type: 'checkbox' })
  box.checked = isChecked
  return { row: element('label', { class: 'check' }, element('span', {}, text), box), box }
}

const keyOf = (host: HostContext) => `banyan:subscriptions:${host.boot.appId}`

export function subscriptionsOf(host: HostContext): Subscriptions {
  const found: Subscriptions = { mainSwitch: true, itemSettings: {} }
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(host)) ?? '{}')
    if (!isRecord(stored)) return found
    found.mainSwitch = stored.mainSwitch !== false
    const items = isRecord(stored.itemSettings) ? Object.entries(stored.itemSettings) : []
    for (const [id, answer] of items) if (answer === 'accept' || answer === 'reject') found.itemSettings[id] = answer
  } catch {
    // Damaged or forbidden: as if nothing had been asked yet.
  }
  return found
}

export function saveSubscriptions(host: HostContext, subscriptions: Subscriptions): void {
  if (subscriptions.mainSwitch !== subscriptionsOf(host).mainSwitch) {
    void askPlatform(host, 'message-switch', { isOn: subscriptions.mainSwitch })
  }
  try {
    localStorage.setItem(keyOf(host), JSON.stringify(subscriptions))
  } catch {
    // The user is asked again next time.
  }
}
