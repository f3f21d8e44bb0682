import { isChinese } from '../text/texts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The hour for today, the day for this year, else the date. */
export function whenText(ms: number, now = new Date()): string {
  const then = new Date(ms)
  const [month, day] = [then.getMonth(), then.getDate()]
  if (then.getFullYear() !== now.getFullYear()) return `${then.getFullYear()}/${month + 1}/${day}`
  if (month === now.getMonth() && day === now.getDate())
    return `${twoDigits(then.getHours())}:${twoDigits(then.getMinutes())}`
  return isChinese() ? `${month + 1}月${day}日` : `${months[month]} ${day}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
