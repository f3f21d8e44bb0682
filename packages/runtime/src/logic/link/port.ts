/** What the worker needs of a MessagePort, in a browser or in Node. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void
  onmessage: ((event: MessageEvent) => unknown) | null
  close(): void
}
