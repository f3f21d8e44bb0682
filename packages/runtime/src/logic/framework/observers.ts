/** `createIntersectionObserver` and `createMediaQueryObserver`: chosen here, watched in the view. */
import type { PageLink } from '../link/page-link.ts'
import { deepCopy, isFunction, isRecord, textOf } from '../values.ts'
import { treeNodeOf } from './internals.ts'
import type { QueryScope } from './selector-query.ts'

export function observeIntersection(
  scope: QueryScope | undefined,
  given: unknown,
  onError: (error: unknown) => void,
): unknown {
  const options = isRecord(given) ? given : {}
  const relatives: { selector: string | undefined; margins: unknown }[] = []
  let stop = (): void => {}
  const observer = {
    relativeTo(selector: unknown, margins?: unknown) {
      relatives.push({ selector: textOf(selector), margins: margins ?? {} })
      return observer
    },
    relativeToViewport(margins?: unknown) {
      relatives.push({ selector: undefined, margins: margins ?? {} })
      return observer
    },
    observe(selector: unknown, callback: unknown) {
      stop()
      if (scope?.root === undefined || !isFunction(callback)) return
      const { root, link } = scope
      link.flush()
      const wanted = textOf(selector)
      const first = options['observeAll'] === true ? undefined : root.querySelector(wanted)
      const targets = first === undefined ? root.querySelectorAll(wanted) : first === null ? [] : [first]
      const nodes = targets.map((element) => treeNodeOf(element)?.id ?? -1)
      const [area] = relatives
      const areaElement = area?.selector === undefined ? null : root.querySelector(area.selector)
      const request = {
        thresholds: options['thresholds'] ?? [0],
        initialRatio: options['initialRatio'] ?? 0,
        margins: area?.margins ?? {},
        relativeTo: areaElement === null ? 0 : (treeNodeOf(areaElement)?.id ?? 0),
      }
      stop = link.observe('intersection', nodes, request, (entries) => {
        for (const entry of entries) {
          const element = targets[nodes.indexOf(Number(entry['node']))]
          const extra = element === undefined ? {} : { id: element.id, dataset: deepCopy(element.dataset) }
          guarded(() => callback.call(observer, { ...entry, ...extra }), onError)
        }
      })
    },
    disconnect() {
      stop()
      stop = () => {}
    },
  }
  return observer
}

export function observeMedia(link: PageLink | undefined, onError: (error: unknown) => void): unknown {
  let stop = (): void => {}
  const observer = {
    observe(descriptor: unknown, callback: unknown) {
      stop()
      if (link === undefined || !isFunction(callback)) return
      stop = link.observe('mediaQuery', [], isRecord(descriptor) ? descriptor : {}, (entries) => {
        for (const entry of entries) guarded(() => callback.call(observer, entry), onError)
      })
    },
    disconnect() {
      stop()
      stop = () => {}
    },
  }
  return observer
}

function guarded(work: () => void, onError: (error: unknown) => void): void {
  try {
    work()
  } catch (error) {
    onError(error)
  }
}
