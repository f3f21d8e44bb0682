/** `window` of app.json and the same keys of a page. */
import type { WindowConfig } from '@banyan/contract/package-format'
import type { ReportAt } from './report-at.ts'
import { isObject } from './json-file.ts'

type Kind = 'string' | 'boolean' | 'number' | 'color' | readonly string[]

const keys: Readonly<Record<keyof WindowConfig, Kind>> = {
  navigationBarBackgroundColor: 'color',
  navigationBarTextStyle: ['black', 'white'],
  navigationBarTitleText: 'string',
  navigationStyle: ['default', 'custom'],
  homeButton: 'boolean',
  backgroundColor: 'color',
  backgroundColorContent: 'color',
  backgroundTextStyle: ['dark', 'light'],
  backgroundColorTop: 'color',
  backgroundColorBottom: 'color',
  enablePullDownRefresh: 'boolean',
  onReachBottomDistance: 'number',
  pageOrientation: ['portrait', 'landscape', 'auto'],
  disableScroll: 'boolean',
  initialRenderingCache: 'string',
  restartStrategy: 'string',
  visualEffectInBackground: 'string',
  handleWebviewPreload: 'string',
}

/** Keeps the known keys whose values have the right type. */
export function windowOf(value: unknown): WindowConfig {
  if (!isObject(value)) return {}
  const window: Record<string, unknown> = {}
  for (const [key, kind] of Object.entries(keys)) {
    const coerced = coerce(value[key], kind)
    if (coerced !== undefined) window[key] = coerced
  }
  return window
}

export function checkWindow(value: unknown, location: readonly (string | number)[], report: ReportAt): void {
  if (value === undefined) return
  if (!isObject(value)) return report('config.type', '"window" must be an object.', location)
  for (const [key, kind] of Object.entries(keys)) {
    const written = value[key]
    if (written === undefined || coerce(written, kind) !== undefined) continue
    const expected = typeof kind === 'string' ? kind : kind.map((word) => `"${word}"`).join(' or ')
    report(
      'config.windowValue',
      `${key} must be ${expected}, not ${JSON.stringify(written)}.`,
      [...location, key],
      'warning',
    )
  }
}

/** WeChat accepts "true" and "50" as text. */
function coerce(value: unknown, kind: Kind): unknown {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && value.startsWith('@')) return value
  if (typeof kind !== 'string') return kind.find((word) => word === value)
  if (kind === 'boolean')
    return value === 'true' ? true : value === 'false' ? false : typeof value === 'boolean' ? value : undefined
  if (kind === 'number') return Number.isFinite(Number(value)) && value !== '' ? Number(value) : undefined
  if (kind === 'color')
    return typeof value === 'string' && /^(#[\da-f]{3,8}|[a-z]+|rgba?\([^)]*\)|)$/i.test(value) ? value : undefined
  return typeof value === 'string' ? value : undefined
}
