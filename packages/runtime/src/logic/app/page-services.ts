/** What areas of `wx.*` may do with the pages of the stack. */
import type { Pages } from '../context.ts'
import type { AnimatedStyles } from '../framework/animated-styles.ts'
import { findNodes } from '../framework/find-nodes.ts'
import { observeIntersection, observeMedia } from '../framework/observers.ts'
import type { scopeOfInstance } from '../framework/selector-query.ts'
import { deepCopy } from '../values.ts'
import type { AppPage } from './page.ts'

export interface PageStack {
  current(): readonly object[]
  top(): AppPage | undefined
  find(id: number): AppPage | undefined
  scopeOf(component: unknown): ReturnType<typeof scopeOfInstance>
  createSelectorQuery(): unknown
  animateStylesWith(styles: AnimatedStyles): void
  onError(error: unknown): void
}

export function pageServices(stack: PageStack): Pages {
  const scopeOf = (component: unknown) => stack.scopeOf(component) ?? stack.scopeOf(stack.top()?.instance)
  const onError = (error: unknown) => stack.onError(error)
  return {
    current: () => stack.current(),
    topId: () => stack.top()?.id ?? 0,
    invoke(pageId, method, args) {
      const page = pageId === 0 ? stack.top() : stack.find(pageId)
      return page === undefined ? Promise.reject(new Error('page not found')) : page.link.invoke(0, method, args)
    },
    describeNode(node) {
      const found = stack.top()?.link.tree.find(node)?.element
      return found === undefined ? undefined : { id: found.id, dataset: deepCopy(found.dataset) }
    },
    animateStylesWith: (styles) => stack.animateStylesWith(styles),
    createSelectorQuery: () => stack.createSelectorQuery(),
    async findNodes(tag, properties, component) {
      const scope = scopeOf(component)
      return scope === undefined ? [] : findNodes(scope, tag, properties)
    },
    createIntersectionObserver: (component, options) => observeIntersection(scopeOf(component), options, onError),
    createMediaQueryObserver: (component) => observeMedia(scopeOf(component)?.link, onError),
  }
}
