/** How a row of the table of components is written. */
export type Support = 'real' | 'degraded' | 'inert'

export type AttributeKind = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'eventhandle' | 'any'

export interface ComponentSpec {
  support: Support
  /** Attribute -> how the view reads its value. Common attributes (id, class, style, hidden, data-*, aria-*) are not repeated. */
  attributes: Readonly<Record<string, AttributeKind>>
  /** Events without `bind`. */
  events: readonly string[]
  /** What differs from WeChat, when anything does. */
  note?: { zh: string; en: string }
}

type Names = Partial<Record<AttributeKind | 'string|number', string>>

/** Names by kind. What WeChat reads as either text or number stands under `string|number` and is taken as it comes. */
export function attributes(names: Names): Record<string, AttributeKind> {
  const result: Record<string, AttributeKind> = {}
  for (const [kind, list] of Object.entries(names)) {
    for (const name of words(list)) result[name] = attributeKind(kind)
  }
  return result
}

function attributeKind(name: string): AttributeKind {
  switch (name) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'array':
    case 'object':
    case 'eventhandle':
      return name
    default:
      return 'any'
  }
}

export function real(
  attributeTable: Record<string, AttributeKind> = {},
  events = '',
  note?: { zh: string; en: string },
): ComponentSpec {
  return { support: 'real', attributes: attributeTable, events: words(events), ...(note === undefined ? {} : { note }) }
}

export function degraded(
  attributeTable: Record<string, AttributeKind>,
  events: string,
  ...[zh, en]: [zh: string, en: string]
): ComponentSpec {
  return { support: 'degraded', attributes: attributeTable, events: words(events), note: { zh, en } }
}

export function inert(names: Names = {}, events = ''): ComponentSpec {
  return {
    support: 'inert',
    attributes: attributes(names),
    events: words(events),
    note: { zh: '占位显示其内容，暂无行为', en: 'Shows its content and has no behaviour yet' },
  }
}

function words(list: string): string[] {
  return list === '' ? [] : list.split(' ')
}
