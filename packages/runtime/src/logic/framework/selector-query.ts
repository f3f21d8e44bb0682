/** `createSelectorQuery()`: nodes are chosen here, measured in the view. */
import { Element } from 'glass-easel'
import type { MeasureFields } from '../../bridge/view-messages.ts'
import type { PageLink } from '../link/page-link.ts'
import { type AnyFunction, deepCopy, isFunction, isRecord, textOf } from '../values.ts'
import { elementOf, Instance } from './instance.ts'
import { treeNodeOf } from './internals.ts'
import { nodeContext } from './node-context.ts'
import { madeTags, type NodeMakers, type NodeTarget } from './node-makers.ts'

export interface QueryScope {
  link: PageLink
  /** Where selectors start; undefined when there is no page. */
  root: Element | undefined
}

interface QueryFields extends MeasureFields {
  dataset?: boolean
  mark?: boolean
  ref?: boolean
}

interface Request {
  root: Element | undefined
  link: PageLink
  selector: string | undefined
  isSingle: boolean
  fields: QueryFields
  callback: AnyFunction | undefined
}

export interface QuerySurroundings {
  scopeOf: (component: unknown) => QueryScope | undefined
  onError: (error: unknown) => void
  /** Resolves when the areas that add makers are there. */
  nodeMakers: () => Promise<NodeMakers>
}

export class SelectorQuery {
  #scope: QueryScope | undefined
  readonly #surroundings: QuerySurroundings
  readonly #requests: Request[] = []

  constructor(scope: QueryScope | undefined, surroundings: QuerySurroundings) {
    this.#scope = scope
    this.#surroundings = surroundings
  }

  in(component: unknown): this {
    this.#scope = this.#surroundings.scopeOf(component) ?? this.#scope
    return this
  }

  select(selector: unknown): NodesRef {
    return this.#ref(textOf(selector), true)
  }
  selectAll(selector: unknown): NodesRef {
    return this.#ref(textOf(selector), false)
  }
  selectViewport(): NodesRef {
    return this.#ref(undefined, true)
  }

  /** Asks all that has been chosen; a query that is used again asks what it asked before as well, as in WeChat. */
  exec(callback?: unknown): this {
    const requests = [...this.#requests]
    this.#run(requests)
      .then((results) => {
        // The page has gone meanwhile, and nobody is left to be told.
        if (results === undefined) return
        requests.forEach((request, index) => request.callback?.call(this, results[index]))
        if (isFunction(callback)) callback.call(this, results)
      })
      .catch(this.#surroundings.onError)
    return this
  }

  #ref(selector: string | undefined, isSingle: boolean): NodesRef {
    const scope = this.#scope
    return new NodesRef(this, (fields, callback) => {
      if (scope === undefined) return
      const request = { ...scope, selector, isSingle, fields, callback: isFunction(callback) ? callback : undefined }
      this.#requests.push(request)
    })
  }

  async #run(requests: readonly Request[]): Promise<unknown[] | undefined> {
    // A component asks before it is in the tree when it is created or gets its first properties; it is there when that work has ended.
    if (requests.some(({ root }) => root !== undefined && !Element.isAttached(root))) await Promise.resolve()
    const chosen = requests.map((request) => ({ request, elements: choose(request) }))
    const link = requests[0]?.link
    if (link === undefined) return []
    // New nodes get their numbers in the flush.
    link.flush()
    const items = chosen.flatMap(({ request, elements }) =>
      elements.map((element) => ({
        node: element === undefined ? 0 : (treeNodeOf(element)?.id ?? -1),
        fields: request.fields,
      })),
    )
    const measured: unknown = await link.measure(items).catch(() => undefined)
    if (measured === undefined) return undefined
    const answers: unknown[] = Array.isArray(measured) ? measured : []
    const makers = answers.some(isMade) ? await this.#surroundings.nodeMakers() : undefined
    let at = 0
    return chosen.map(({ request, elements }) => {
      const results = elements.map((element) => {
        const answer = answers[at]
        at += 1
        return complete(answer, element, { ...request, makers })
      })
      return request.isSingle ? (results[0] ?? null) : results
    })
  }
}

export class NodesRef {
  readonly #query: SelectorQuery
  readonly #add: (fields: QueryFields, callback: unknown) => void

  constructor(query: SelectorQuery, add: (fields: QueryFields, callback: unknown) => void) {
    this.#query = query
    this.#add = add
  }

  boundingClientRect(callback?: unknown): SelectorQuery {
    return this.#with({ id: true, dataset: true, rect: true, size: true }, callback)
  }
  scrollOffset(callback?: unknown): SelectorQuery {
    return this.#with({ id: true, dataset: true, scrollOffset: true }, callback)
  }
  context(callback?: unknown): SelectorQuery {
    return this.#with({ context: true }, callback)
  }
  node(callback?: unknown): SelectorQuery {
    return this.#with({ node: true }, callback)
  }
  ref(callback?: unknown): SelectorQuery {
    return this.#with({ node: true, ref: true }, callback)
  }
  fields(fields: unknown, callback?: unknown): SelectorQuery {
    return this.#with(isRecord(fields) ? knownFields(fields) : {}, callback)
  }

  #with(fields: QueryFields, callback: unknown): SelectorQuery {
    this.#add(fields, callback)
    return this.#query
  }
}

/** The scope of a component instance. */
export function scopeOfInstance(
  component: unknown,
  linkOf: (element: Element) => PageLink | undefined,
): QueryScope | undefined {
  if (!(component instanceof Instance)) return undefined
  const element = component[elementOf]
  const link = linkOf(element)
  return link === undefined ? undefined : { link, root: element.getShadowRoot() ?? undefined }
}

/** `undefined` stands for the viewport. */
function choose({ root, selector, isSingle }: Request): (Element | undefined)[] {
  if (selector === undefined) return [undefined]
  if (root === undefined) return []
  if (!isSingle) return root.querySelectorAll(selector)
  const found = root.querySelector(selector)
  return found === null ? [] : [found]
}

/** The view tells the tag only when the app asks for the node or its context. */
function isMade(answer: unknown): boolean {
  return isRecord(answer) && typeof answer['tag'] === 'string' && madeTags.has(answer['tag'])
}

function complete(
  answer: unknown,
  element: Element | undefined,
  { fields, link, makers }: Request & { makers: NodeMakers | undefined },
): unknown {
  if (!isRecord(answer)) return null
  const { tag, ...measured } = answer
  const result: Record<string, unknown> = measured
  if (fields.id === true) result['id'] = element?.id ?? ''
  if (fields.dataset === true) result['dataset'] = element === undefined ? {} : deepCopy(element.dataset)
  if (fields.mark === true) result['mark'] = element === undefined ? {} : deepCopy(element.collectMarks())
  if (element !== undefined && (fields.context === true || fields.node === true)) {
    const maker = makers?.get(String(tag))
    const node = treeNodeOf(element)
    if (maker === undefined || node === undefined) {
      const context = nodeContext(link, node?.id ?? -1, answer)
      if (fields.context === true) result['context'] = context
      if (fields.node === true) result['node'] = context
      if (fields.ref === true) result['ref'] = context
      return result
    }
    const target: NodeTarget = {
      key: node,
      invoke: (method, args, transfer) => link.invoke(node.id, method, args, transfer),
    }
    if (fields.context === true) result['context'] = maker.context(target)
    if (fields.node === true) result['node'] = maker.node(target)
    if (fields.ref === true) result['ref'] = result['node']
  }
  return result
}

const flags = ['id', 'dataset', 'mark', 'rect', 'size', 'scrollOffset', 'context', 'node', 'ref'] as const

function knownFields(given: Record<string, unknown>): QueryFields {
  const fields: QueryFields = {}
  for (const flag of flags) if (given[flag] === true) fields[flag] = true
  if (fields.ref === true) fields.node = true
  const { properties, computedStyle } = given
  if (Array.isArray(properties)) fields.properties = properties.map(String)
  if (Array.isArray(computedStyle)) fields.computedStyle = computedStyle.map(String)
  return fields
}
