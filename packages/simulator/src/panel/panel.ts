/** One panel; `open` is called each time it comes to the front. */
export interface Panel {
  root: HTMLElement
  open?(): void
}
