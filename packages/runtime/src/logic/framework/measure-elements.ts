import type { PageLink } from '../link/page-link.ts'
import { treeNodeOf } from './internals.ts'
import type { Measure } from './wxs-layout.ts'

/** Elements of one page, measured by its view. */
export async function measureElements(link: PageLink | undefined, items: Parameters<Measure>[0]): Promise<unknown> {
  return link?.measure(items.map(({ element, fields }) => ({ node: treeNodeOf(element)?.id ?? -1, fields })))
}
