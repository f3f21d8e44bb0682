/** When a notice may make a sound. */
export interface QuietHours {
  /** Minutes after midnight in the person's time zone; equal when it is never quiet. */
  from: number
  to: number
  timeZone: string
}

const minuteMs = 60_000
const dayMinutes = 1440

/** `now`, or the moment at which the quiet hours that hold it end. */
export function whenAudible(now: Date, quiet: QuietHours): Date {
  const { from, to, timeZone } = quiet
  const minute = minuteOfDay(now, timeZone)
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to
  if (!isQuiet) return now
  const wait = (to - minute + dayMinutes) % dayMinutes
  return new Date(Math.floor(now.getTime() / minuteMs) * minuteMs + wait * minuteMs)
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0)
    return true
  } catch {
    return false
  }
}

function minuteOfDay(now: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
  const [hour = '0', minute = '0'] = parts.format(now).split(':')
  return Number(hour) * 60 + Number(minute)
}
