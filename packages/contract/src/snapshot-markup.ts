/** Snapshots as HTML and CSS. Without the schemas of `snapshot.ts`, which are too heavy for a browser. */

/** `['wx-view', { class: 'row' }, 'text', ['wx-image', {}]]` */
export type SnapshotNode = string | SnapshotElement
// An interface, because a tuple may not refer to itself.
export interface SnapshotElement extends ReadonlyArray<string | Readonly<Record<string, string>> | SnapshotNode> {
  readonly 0: string
  readonly 1: Readonly<Record<string, string>>
}

export interface Snapshot {
  /** What the page's root element holds. */
  nodes: readonly SnapshotNode[]
  /** The rules that these nodes use, in order of the cascade. */
  css: string
}

const voidTags = new Set(['input'])

/** The HTML of a snapshot's nodes. Nothing in it can end an element that it did not begin. */
export function snapshotMarkup(nodes: readonly SnapshotNode[]): string {
  return nodes.map(markupOf).join('')
}

function markupOf(item: SnapshotNode): string {
  if (typeof item === 'string') return escapeMarkup(item)
  const [name, given, ...children] = item
  const written = Object.entries(given)
    .map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`)
    .join('')
  const inside = children.filter((child): child is SnapshotNode => typeof child === 'string' || Array.isArray(child))
  return `<${name}${written}>${voidTags.has(name) ? '' : `${snapshotMarkup(inside)}</${name}>`}`
}

/** A style element ends at `</style`, wherever that stands; in CSS a backslash before the slash changes nothing. */
export function snapshotStyle(css: string): string {
  return css.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--')
}

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
