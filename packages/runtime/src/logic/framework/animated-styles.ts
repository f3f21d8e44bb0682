/** A node whose style follows from shared values. */
export interface StyledNode {
  /** The same for one node as long as it lives. */
  readonly key: object
  setStyle(css: string): void
}

/** `args` are what the app has given after the selector. */
export interface AnimatedStyles {
  apply(nodes: readonly StyledNode[], args: readonly unknown[]): void
  clear(nodes: readonly StyledNode[], args: readonly unknown[]): void
}
