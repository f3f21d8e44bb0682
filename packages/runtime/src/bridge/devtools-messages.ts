/** Between the simulator's agent in the host page and the one in the worker. Only development builds of the runtime have them. */

/** host -> worker over the app's port, right after `start`, with the agents' own port. */
export interface DevtoolsConnect {
  type: 'devtools'
  /** Pages as they stood before a restart, bottom first. */
  restore: readonly PageState[]
  mocks: readonly MockRule[]
}

export interface DevtoolsAsk {
  id: number
  method: string
  params: unknown
}

export type FromLogicAgent =
  | { type: 'answer'; id: number; ok: boolean; value: unknown }
  | { type: 'event'; name: string; value: unknown }

/** What a page brings over a restart: its data where it differs from what its code began with. */
export interface PageState {
  route: string
  query: Readonly<Record<string, string>>
  initial: Readonly<Record<string, unknown>>
  data: Readonly<Record<string, unknown>>
}

/** Answers in place of a function of `wx` or of a server. */
export interface MockRule {
  kind: 'api' | 'request'
  /** Name of a function of `wx`, or an address in which `*` stands for any text. */
  match: string
  /** Only for requests; every method without it. */
  method?: string
  fails: boolean
  /** What `success` or `fail` is given; of a request the body. */
  result: unknown
  statusCode?: number
  delayMs?: number
  isOff?: boolean
}

/** One node of the tree that WXML describes, as the panel shows it. */
export interface TreeEntry {
  id: number
  kind: 'component' | 'element' | 'text' | 'group'
  tag: string
  attributes?: Readonly<Record<string, string>>
  text?: string
  /** What the component's own template makes. */
  shadow?: readonly TreeEntry[]
  children: readonly TreeEntry[]
}
