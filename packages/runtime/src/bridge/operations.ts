/**
 * Tree operations: one flush of the worker is one `ViewFlush`, an `Int32Array` of fused operations and the strings they refer to.
 * The view only replays them. Node ids are positive, unique in a page and never used twice; 0 is the page's root node.
 */
export const Op = {
  /** node, tag, class, parent, before. `parent` -1: not attached yet. `before` -1: append. `class` -1: none. */
  create: 1,
  /** node, text, parent, before */
  createText: 2,
  /** node, parent, before: attaches or moves */
  insert: 3,
  /** node: detaches, keeps it */
  remove: 4,
  /** node: detaches and forgets it with everything below it */
  release: 5,
  /** node, text */
  setText: 6,
  /** node, class attribute as a whole */
  setClass: 7,
  /** node, style attribute as a whole, rpx still in it */
  setStyle: 8,
  /** node, id */
  setId: 9,
  /** node, name, kind, value: see `ValueKind` */
  setAttribute: 10,
  /** node, name */
  removeAttribute: 11,
  /** node, event type, flags: see `ListenFlag`; 0 ends listening */
  listen: 12,
  /** node, attribute name, 1 or 0: the view reports changes of this value as `ModelChange` */
  bindModel: 13,
} as const

/** How the last word of `setAttribute` reads. Text values are indexes into `strings`. */
export const ValueKind = { string: 0, integer: 1, true: 2, false: 3, null: 4, undefined: 5, json: 6 } as const

/** `bubble` and `capture` say that somebody listens in that phase; the others what the view must do itself, without asking the worker. */
export const ListenFlag = { bubble: 1, capture: 2, catch: 4, captureCatch: 8, mut: 16 } as const

/**
 * Subtrees of the next flush that are complete while the worker still makes others. They stay detached until that flush inserts them, so that
 * nothing shows early.
 */
export interface ViewAhead {
  type: 'ahead'
  operations: Int32Array
  strings: readonly string[]
}

export interface ViewFlush {
  type: 'flush'
  /** Grows by one for each flush of a page; `rendered` answers with it when `wantsAck`. */
  sequence: number
  wantsAck: boolean
  operations: Int32Array
  strings: readonly string[]
}
