import type { LogicArea } from '../../logic/context.ts'
import { isRecord, textOf } from '../../logic/values.ts'

type Level = 'debug' | 'info' | 'log' | 'warn' | 'error'

/** WeChat keeps 5 MB of lines; these are the last ones. */
const maxLines = 1000
const maxFilterLength = 1024

interface Line {
  level: Level
  time: number
  tag: string
  filters: readonly string[]
  values: readonly unknown[]
}

/** Lines go to the console, from where the simulator and the browser's tools show them, and stay in a ring until a platform takes them. */
export const logArea: LogicArea = () => {
  const lines: Line[] = []
  const keep = (line: Line) => {
    lines.push(line)
    if (lines.length > maxLines) lines.shift()
  }
  const writer = (levels: readonly Level[], tag: string, filters: () => readonly string[]) =>
    Object.fromEntries(
      levels.map((level) => [
        level,
        (...values: unknown[]) => {
          keep({ level, time: Date.now(), tag, filters: filters(), values })
          globalThis.console[level](...(tag === '' ? values : [`[${tag}]`, ...values]))
        },
      ]),
    )
  const none = () => []
  return {
    getLogManager: () => writer(['debug', 'info', 'log', 'warn'], '', none),
    getRealtimeLogManager: () =>
      createRealtimeLog(lines, (tag, filters) => writer(['info', 'warn', 'error'], tag, filters)),
  }
}

function createRealtimeLog(
  lines: readonly Line[],
  writer: (tag: string, filters: () => readonly string[]) => Record<string, unknown>,
): Record<string, unknown> {
  let filters: string[] = []
  const add = (message: unknown) => {
    const text = textOf(message).slice(0, maxFilterLength)
    if (!filters.includes(text)) filters = [...filters, text]
  }
  return {
    ...writer('', () => filters),
    setFilterMsg(message: unknown) {
      filters = []
      add(message)
    },
    addFilterMsg: add,
    in: (page: unknown) => {
      if (isRecord(page)) add(page.route)
    },
    getCurrentState: () => ({
      size: lines.reduce((sum, { values }) => sum + sizeOf(values), 0),
      maxSize: 5 * 1024,
      logCount: lines.length,
      maxLogCount: maxLines,
    }),
    tag: (name: unknown) => {
      let own: string[] = []
      const addOwn = (message: unknown) => {
        own = [...own, textOf(message)]
      }
      return {
        ...writer(textOf(name), () => own),
        setFilterMsg(message: unknown) {
          own = []
          addOwn(message)
        },
        addFilterMsg: addOwn,
      }
    },
  }
}

function sizeOf(values: readonly unknown[]): number {
  try {
    return JSON.stringify(values).length
  } catch {
    return 0
  }
}
