/** Asks the user for a phone number and changes it for a one-time code, which only the app's own server can redeem. */
import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { openTextsOf } from '../../../host/later/open-texts.ts'
import {
  consentButton,
  openSheet,
  sheetActions,
  sheetButton,
  sheetHead,
  sheetText,
  sheetTitle,
} from '../../../host/later/sheet.ts'
import { element } from '../../../host/ui/dom.ts'
import { askPlatform } from '../../login/host.ts'

const numberForm = /^(\+\d{1,3} ?)?\d{5,14}$/
const developmentNumber = '13800138000'

export async function readPhoneNumber(host: HostContext): Promise<Record<string, string>> {
  const phoneNumber = await askUser(host)
  if (phoneNumber === undefined) throw new HostFailure('fail user deny')
  const answer = await askPlatform(host, 'phone-number', { phoneNumber })
  if (typeof answer?.code !== 'string') throw new HostFailure('fail no permission', 102)
  const { code, encryptedData, iv } = answer
  return {
    code,
    ...(typeof encryptedData === 'string' && typeof iv === 'string' ? { encryptedData, iv } : {}),
  }
}

function askUser(host: HostContext): Promise<string | undefined> {
  const texts = openTextsOf(host.texts)
  const isDevelopment = host.boot.release.channel === 'develop'
  const input = element('input', { type: 'tel', inputmode: 'tel', autocomplete: 'tel', maxlength: '20' })
  input.value = isDevelopment ? developmentNumber : ''
  const wrong = element('p', { class: 'wrong', role: 'alert' })
  return openSheet<string | undefined>(host.root, {
    label: texts.phoneTitle,
    dismissed: undefined,
    content(finish) {
      const form = element('form', {}, element('label', {}, element('span', {}, texts.telNumber), input), wrong)
      const allow = () => {
        const entered = input.value.trim()
        if (numberForm.test(entered)) finish(entered)
        else wrong.textContent = texts.invalid.replace('{field}', texts.telNumber)
      }
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        allow()
      })
      return [
        sheetHead(host, texts.asksFor),
        sheetTitle(texts.phoneTitle),
        sheetText(isDevelopment ? texts.phoneDevelop : texts.phoneText),
        form,
        sheetActions(
          sheetButton(texts.disagree, '', () => finish(undefined)),
          consentButton(texts.allow, allow),
        ),
      ]
    },
  })
}
