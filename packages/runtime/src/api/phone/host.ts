import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { showActionSheet } from '../../host/later/action-sheet.ts'
import { readNumber, readText } from '../../host/params.ts'
import { readBattery } from './host/battery.ts'
import { dimScreen } from './host/brightness.ts'
import { calendarEntry } from './host/calendar.ts'
import { chooseContact, contactCard } from './host/contacts.ts'
import { offerFile } from './host/offer-file.ts'

let brightness = 1

export const phoneHost: HostMethods = {
  getBatteryInfo: (_call, host) => readBattery((value) => host.emit('batteryInfoChange', value)),
  getScreenBrightness: () => ({ value: brightness }),
  setScreenBrightness({ params }, host) {
    const value = readNumber(params, 'value', 1)
    brightness = value < 0 ? 1 : Math.min(1, value)
    dimScreen(host.root, brightness)
  },
  chooseContact: (_call, host) => chooseContact(host),
  addPhoneContact: ({ params }, host) =>
    offerFile(host, {
      title: host.boot.locale === 'en' ? 'Save contact' : '保存联系人',
      name: `${readText(params, 'firstName') || 'contact'}.vcf`,
      type: 'text/vcard',
      text: contactCard(params),
    }),
  addPhoneCalendar: ({ params }, host) => offerFile(host, calendarFile(host.boot.locale, calendarEntry(params))),
  addPhoneRepeatCalendar({ params }, host) {
    const repeat = readText(params, 'repeatInterval', 'month')
    if (!/^(day|week|month|year)$/.test(repeat)) throw new HostFailure('fail invalid repeatInterval')
    return offerFile(host, calendarFile(host.boot.locale, calendarEntry(params, repeat)))
  },
  async sendSms({ params }, host) {
    const number = readText(params, 'phoneNumber').replace(/[^\d+*#]/g, '')
    const title = host.boot.locale === 'en' ? 'Write message' : '发短信'
    const chosen = await showActionSheet(host.root, host.texts, { items: [`${title} ${number}`.trim()] })
    if (chosen === undefined) throw new HostFailure('fail cancel')
    const separator = /iPhone|iPad|iPod/.test(navigator.userAgent) ? '&' : '?'
    const link = document.createElement('a')
    link.href = `sms:${number}${separator}body=${encodeURIComponent(readText(params, 'content'))}`
    link.click()
  },
}

function calendarFile(locale: string, text: string) {
  return { title: locale === 'en' ? 'Add to calendar' : '添加到日历', name: 'event.ics', type: 'text/calendar', text }
}
