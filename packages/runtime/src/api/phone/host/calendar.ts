import { HostFailure } from '../../../host/host-failure.ts'
import { readFlag, readNumber, readText } from '../../../host/params.ts'
import { escapeText } from './contacts.ts'

const frequencies: Readonly<Record<string, string>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }

/** An iCalendar file of one event; times come in seconds. */
export function calendarEntry(params: Readonly<Record<string, unknown>>, repeat?: string): string {
  const start = readNumber(params, 'startTime', 0)
  const end = Number(readText(params, 'endTime')) || start
  if (end < start) throw new HostFailure('fail endTime is before startTime')
  const isAllDay = readFlag(params, 'allDay')
  const moment = (seconds: number) => {
    const text = new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, '')
    return isAllDay ? `;VALUE=DATE:${text.slice(0, 8)}` : `:${text}`
  }
  const until = readNumber(params, 'repeatEndTime', 0)
  const text = (name: string, line: string) => {
    const value = readText(params, name)
    return value === '' ? [] : [`${line}:${escapeText(value)}`]
  }
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Banyan//mini-program//EN',
    'BEGIN:VEVENT',
    `UID:${start}-${Math.random().toString(36).slice(2)}`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART${moment(start)}`,
    `DTEND${moment(end)}`,
    ...text('title', 'SUMMARY'),
    ...text('description', 'DESCRIPTION'),
    ...text('location', 'LOCATION'),
    ...(repeat === undefined
      ? []
      : [
          `RRULE:FREQ=${frequencies[repeat] ?? 'MONTHLY'}${until > 0 ? `;UNTIL${moment(until).replace(/^.*:/, '=')}` : ''}`,
        ]),
    ...(readFlag(params, 'alarm', true)
      ? [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `TRIGGER:-PT${readNumber(params, 'alarmOffset', 0)}S`,
          'DESCRIPTION:Reminder',
          'END:VALARM',
        ]
      : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
