/** Tags whose `.node()` and `.context()` are objects of an area of `wx.*`, which adds its maker when its code has come. */
export interface NodeTarget {
  /** The same for one node as long as it lives. */
  readonly key: object
  /** Calls a method of the component in the view. */
  invoke(method: string, args: readonly unknown[], transfer?: Transferable[]): Promise<unknown>
}

export interface NodeMaker {
  node(target: NodeTarget): unknown
  context(target: NodeTarget): unknown
}

export type NodeMakers = Map<string, NodeMaker>

/** Tags for which a maker comes with the later areas. */
export const madeTags: ReadonlySet<string> = new Set(['canvas', 'map', 'scroll-view', 'draggable-sheet', 'snapshot'])
