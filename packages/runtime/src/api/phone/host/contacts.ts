import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { readText } from '../../../host/params.ts'
import { showActionSheet } from '../../../host/later/action-sheet.ts'

type Params = Readonly<Record<string, unknown>>

/** Lines of a vCard from WeChat's names. */
const phones: Readonly<Record<string, string>> = {
  mobilePhoneNumber: 'TEL;TYPE=CELL',
  workPhoneNumber: 'TEL;TYPE=WORK',
  homePhoneNumber: 'TEL;TYPE=HOME',
  hostNumber: 'TEL;TYPE=MAIN',
  workFaxNumber: 'TEL;TYPE="work,fax"',
  homeFaxNumber: 'TEL;TYPE="home,fax"',
  email: 'EMAIL',
  url: 'URL',
  nickName: 'NICKNAME',
  organization: 'ORG',
  title: 'TITLE',
  remark: 'NOTE',
}

/** A vCard 4 of what `wx.addPhoneContact` was given. */
export function contactCard(params: Params): string {
  const text = (name: string) => escapeText(readText(params, name))
  const address = (kind: string, type: string) => {
    const parts = ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => text(`${kind}${part}`))
    return parts.every((part) => part === '') ? [] : [`ADR${type}:;;${parts.join(';')}`]
  }
  const names = [text('lastName'), text('firstName'), text('middleName')]
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `N:${names.join(';')};;`,
    `FN:${[names[0], names[2], names[1]].join('')}`,
    ...Object.entries(phones).flatMap(([name, line]) => (text(name) === '' ? [] : [`${line}:${text(name)}`])),
    ...address('address', ''),
    ...address('workAddress', ';TYPE=work'),
    ...address('homeAddress', ';TYPE=home'),
    'END:VCARD',
    '',
  ].join('\r\n')
}

export async function chooseContact(host: HostContext): Promise<unknown> {
  const contacts: unknown = Reflect.get(navigator, 'contacts')
  const select: unknown = Reflect.get(Object(contacts), 'select')
  if (typeof select !== 'function') throw new HostFailure('fail not supported')
  // The browser's own picker opens only in answer to a tap.
  const title = host.boot.locale === 'en' ? 'Choose a contact' : '选择联系人'
  if ((await showActionSheet(host.root, host.texts, { items: [title] })) === undefined)
    throw new HostFailure('fail cancel')
  const chosen: unknown = await select.call(contacts, ['name', 'tel'], { multiple: false })
  const [first]: readonly unknown[] = Array.isArray(chosen) ? chosen : []
  if (first === undefined) throw new HostFailure('fail cancel')
  const phoneNumberList = textsOf(Reflect.get(Object(first), 'tel'))
  return {
    phoneNumber: phoneNumberList[0] ?? '',
    displayName: textsOf(Reflect.get(Object(first), 'name'))[0] ?? '',
    phoneNumberList,
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n')
}
