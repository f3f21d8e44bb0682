/** What a picker's wheels show in each mode, and the value that their places mean. */
import { toText } from '../../view/to-text.ts'

export interface PickerColumns {
  columns: string[][]
  indexes: number[]
  /** Places of the wheels -> the detail of `change`. */
  valueOf: (indexes: readonly number[]) => { value: unknown }
  /** Columns depend on each other: the list is made anew when one moves. */
  following?: (indexes: readonly number[]) => PickerColumns
}

export interface PickerInput {
  value: unknown
  range: unknown
  rangeKey: string
  start: string
  end: string
  fields: string
}

export function columnsOf(mode: string, input: PickerInput): PickerColumns {
  switch (mode) {
    case 'multiSelector': {
      const range: unknown[] = Array.isArray(input.range) ? input.range : []
      const value: unknown[] = Array.isArray(input.value) ? input.value : []
      return {
        columns: range.map((column) => captions(column, input.rangeKey)),
        indexes: range.map((_, at) => Number(value[at]) || 0),
        valueOf: (indexes) => ({ value: [...indexes] }),
      }
    }
    case 'time':
      return timeColumns(input)
    case 'date':
      return dateColumns(input)
    default:
      return {
        columns: [captions(input.range, input.rangeKey)],
        indexes: [Number(input.value) || 0],
        valueOf: ([index]) => ({ value: String(index ?? 0) }),
      }
  }
}

function captions(range: unknown, key: string): string[] {
  if (!Array.isArray(range)) return []
  return range.map((item: unknown) => {
    const value: unknown = key !== '' && typeof item === 'object' && item !== null ? Reflect.get(item, key) : item
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })
}

function timeColumns(input: PickerInput): PickerColumns {
  const [startHour = 0, startMinute = 0] = numbers(input.start || '00:00')
  const [endHour = 23, endMinute = 59] = numbers(input.end || '23:59')
  const [hour = startHour, minute = 0] = numbers(toText(input.value))
  const hours = span(startHour, endHour)
  const build = (atHour: number, atMinute: number): PickerColumns => {
    const minutes = span(atHour === startHour ? startMinute : 0, atHour === endHour ? endMinute : 59)
    return {
      columns: [hours.map(two), minutes.map(two)],
      indexes: [hours.indexOf(atHour), minutes.indexOf(within(atMinute, minutes[0] ?? 0, minutes.at(-1) ?? 59))],
      valueOf: ([h = 0, m = 0]) => ({ value: `${two(hours[h] ?? startHour)}:${two(minutes[m] ?? 0)}` }),
      following: ([h = 0, m = 0]) => build(hours[h] ?? startHour, minutes[m] ?? 0),
    }
  }
  return build(within(hour, startHour, endHour), minute)
}

function dateColumns(input: PickerInput): PickerColumns {
  const now = new Date()
  const [startYear = 1900, startMonth = 1, startDay = 1] = numbers(input.start || '1900-01-01')
  const [endYear = 2100, endMonth = 12, endDay = 31] = numbers(input.end || '2100-12-31')
  const [year = now.getFullYear(), month = now.getMonth() + 1, day = now.getDate()] = numbers(toText(input.value))
  const parts = input.fields === 'year' ? 1 : input.fields === 'month' ? 2 : 3
  const years = span(startYear, endYear)
  const build = (y: number, m: number, d: number): PickerColumns => {
    const months = span(y === startYear ? startMonth : 1, y === endYear ? endMonth : 12)
    const atMonth = within(m, months[0] ?? 1, months.at(-1) ?? 12)
    const isFirst = y === startYear && atMonth === startMonth
    const isLast = y === endYear && atMonth === endMonth
    const days = span(isFirst ? startDay : 1, isLast ? endDay : new Date(y, atMonth, 0).getDate())
    const atDay = within(d, days[0] ?? 1, days.at(-1) ?? 28)
    const lists = [years, months, days].slice(0, parts)
    const pick = (indexes: readonly number[]): [number, number, number] => [
      years[indexes[0] ?? 0] ?? y,
      months[indexes[1] ?? 0] ?? atMonth,
      days[indexes[2] ?? 0] ?? atDay,
    ]
    return {
      columns: lists.map((list, at) => list.map((value) => (at === 0 ? String(value) : two(value)))),
      indexes: [years.indexOf(y), months.indexOf(atMonth), days.indexOf(atDay)].slice(0, parts),
      valueOf: (indexes) => ({ value: pick(indexes).slice(0, parts).map(two).join('-') }),
      following: (indexes) => build(...pick(indexes)),
    }
  }
  return build(within(year, startYear, endYear), month, day)
}

function numbers(text: string): number[] {
  return text
    .split(/[-:/]/)
    .filter((part) => part !== '')
    .map(Number)
    .filter(Number.isFinite)
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(1, Math.min(1000, to - from + 1)) }, (_, at) => from + at)
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
