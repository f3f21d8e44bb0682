/**
 * The built-in components: one table for the compiler's warnings, the view's allow-list of attributes, and the documentation.
 * Names are WeChat's (https://developers.weixin.qq.com/miniprogram/dev/component/).
 */
export type Support = 'real' | 'degraded' | 'inert'

export interface ComponentSpec {
  support: Support
  /** Attribute -> how the view reads its value. Common attributes (id, class, style, hidden, data-*, aria-*) are not repeated. */
  attributes: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'array' | 'object' | 'eventhandle' | 'any'>>
  /** Events without `bind`. */
  events: readonly string[]
  /** What differs from WeChat, when anything does. */
  note?: { zh: string; en: string }
}

export const componentSpecs: Readonly<Record<string, ComponentSpec>> = {}
