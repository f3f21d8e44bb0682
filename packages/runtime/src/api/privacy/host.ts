/** What stands between personal data and an app whose user has not agreed to its terms yet. */
import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { fillText, openTextsOf } from '../../host/later/open-texts.ts'
import {
  consentButton,
  openSheet,
  sheetActions,
  sheetButton,
  sheetHead,
  sheetText,
  sheetTitle,
} from '../../host/later/sheet.ts'
import { readText } from '../../host/params.ts'

const refused = 'fail privacy permission is not authorized'
const refusedNumber = 104

export const privacyHost: HostMethods = {
  getPrivacySetting: (_call, host) => ({
    needAuthorization: isChecked(host) && !hasAgreed(host),
    privacyContractName: contractName(host),
  }),
  openPrivacyContract: (_call, host) => showContract(host),
  async requirePrivacyAuthorize({ params }, host) {
    await requirePrivacy(host, readText(params, 'referrer', 'requirePrivacyAuthorize'))
  },
  /** The worker says that the app has a dialog of its own. */
  onNeedPrivacyAuthorization(_call, host) {
    ownDialogs.add(host)
  },
}

const ownDialogs = new WeakSet<HostContext>()
/** Ids of the buttons `agreePrivacyAuthorization` that the user has really tapped. */
const tappedButtons = new WeakMap<HostContext, Set<string>>()
const asking = new WeakMap<HostContext, Promise<boolean>>()

/** A tap on `<button open-type="agreePrivacyAuthorization">`, told by its frame and not by app code. */
export function noteAgreeButton(host: HostContext, buttonId: string): void {
  const tapped = tappedButtons.get(host) ?? new Set()
  tappedButtons.set(host, tapped.add(buttonId))
}

/** Refuses unless the user agrees, or has agreed before. Several at once are one question. */
export async function requirePrivacy(host: HostContext, referrer: string): Promise<void> {
  if (!isChecked(host) || hasAgreed(host)) return
  const question = asking.get(host) ?? ask(host, referrer)
  asking.set(host, question)
  const isAgreed = await question.finally(() => asking.delete(host))
  if (!isAgreed) throw new HostFailure(refused, refusedNumber)
  remember(host)
}

async function ask(host: HostContext, referrer: string): Promise<boolean> {
  if (!ownDialogs.has(host)) return askInHost(host)
  const answer = await host.questions.ask('privacy', { referrer })
  if (typeof answer !== 'object' || answer === null || !('event' in answer) || answer.event !== 'agree') return false
  const buttonId = 'buttonId' in answer ? String(answer.buttonId) : ''
  return tappedButtons.get(host)?.has(buttonId) ?? false
}

async function askInHost(host: HostContext): Promise<boolean> {
  const texts = openTextsOf(host.texts)
  const contract = contractName(host)
  for (;;) {
    const choice = await openSheet<'agree' | 'disagree' | 'read'>(host.root, {
      label: texts.privacyTitle,
      content: (finish) => [
        sheetHead(host, ''),
        sheetTitle(texts.privacyTitle),
        sheetText(fillText(texts.privacyText, { contract })),
        sheetButton(fillText(texts.privacyLink, { contract }), 'link', () => finish('read')),
        sheetActions(
          sheetButton(texts.disagree, '', () => finish('disagree')),
          consentButton(texts.agree, () => finish('agree')),
        ),
      ],
    })
    if (choice !== 'read') return choice === 'agree'
    await showContract(host)
  }
}

async function showContract(host: HostContext): Promise<void> {
  const texts = openTextsOf(host.texts)
  await openSheet<undefined>(host.root, {
    label: contractName(host),
    content: (finish) => [
      sheetHead(host, ''),
      sheetTitle(contractName(host)),
      sheetText(texts.privacyPoints),
      sheetActions(sheetButton(texts.close, 'go', () => finish(undefined))),
    ],
  })
}

function contractName(host: HostContext): string {
  return fillText(openTextsOf(host.texts).privacyContract, { name: host.boot.name })
}

/** `"__usePrivacyCheck__": true` in app.json. */
function isChecked(host: HostContext): boolean {
  return host.config.source['__usePrivacyCheck__'] === true
}

function keyOf(host: HostContext): string {
  return `banyan:privacy:${host.boot.appId}`
}

const agreedHere = new WeakSet<HostContext>()

function hasAgreed(host: HostContext): boolean {
  if (agreedHere.has(host)) return true
  try {
    return localStorage.getItem(keyOf(host)) === 'agreed'
  } catch {
    return false
  }
}

function remember(host: HostContext): void {
  agreedHere.add(host)
  try {
    localStorage.setItem(keyOf(host), 'agreed')
  } catch {
    // Without a store the user is asked again when the app is opened anew.
  }
}
