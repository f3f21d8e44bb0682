/** Which style sheets a page's frame needs, in order of the cascade. */
import { styleKeyOfApp } from '@banyan/contract/package-format'
import { pluginRootOf } from './paths.ts'
import { dependenciesOf, type ComponentNode } from './component-graph.ts'

export interface StyleOrderSource {
  readonly graph: ReadonlyMap<string, ComponentNode>
  /** Words that occur in a template and in what it imports: a tag that is not among them cannot be used. */
  readonly wordsOf: (path: string) => ReadonlySet<string>
  readonly hasStyle: (key: string) => boolean
}

/** The app first, then every component that the page can reach, dependencies first, then the page. */
export function stylesOfPage(
  source: StyleOrderSource,
  page: string,
  { extra, withoutApp }: { extra: readonly string[]; withoutApp: boolean },
): string[] {
  const order: string[] = []
  const visited = new Set<string>([page])
  const visit = (path: string) => {
    if (visited.has(path)) return
    visited.add(path)
    for (const next of usedBy(source, path)) visit(next)
    order.push(path)
  }
  for (const next of usedBy(source, page)) visit(next)
  for (const path of extra) visit(path)
  // A plugin's pages do not take the app's styles.
  const first = pluginRootOf(page) === '' && !withoutApp ? [styleKeyOfApp] : []
  return [...first, ...order, page].filter((key) => source.hasStyle(key))
}

function usedBy({ graph, wordsOf }: StyleOrderSource, path: string): string[] {
  const node = graph.get(path)
  if (!node) return []
  const words = wordsOf(path)
  const shown = new Set<string>()
  const show = (tag: string) => {
    if (shown.has(tag)) return
    shown.add(tag)
    const placeholder = node.placeholders[tag]
    if (placeholder !== undefined) show(placeholder)
  }
  for (const tag of Object.keys(node.using)) if (words.has(tag)) show(tag)
  const unused = new Set(Object.entries(node.using).flatMap(([tag, target]) => (shown.has(tag) ? [] : [target])))
  const used = new Set([...shown].map((tag) => node.using[tag]).filter((target) => target !== undefined))
  return dependenciesOf(node).filter((target) => used.has(target) || !unused.has(target))
}
