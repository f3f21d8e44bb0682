/** What the logic needs of the browser and app code must not find: taken before the worker is locked down. */
export interface BrowserParts {
  /** Undefined where the browser has none for workers. */
  readonly OffscreenCanvas: typeof OffscreenCanvas | undefined
  readonly Path2D: typeof Path2D | undefined
  readonly createImageBitmap: typeof createImageBitmap | undefined
  readonly requestAnimationFrame: ((work: (time: number) => void) => number) | undefined
  readonly cancelAnimationFrame: ((id: number) => void) | undefined
  /** Starts a worker below this one, from its source. */
  readonly startWorker: ((source: string) => Worker) | undefined
}

export function takeBrowserParts(globals: Partial<BrowserParts> & { Worker?: typeof Worker }): BrowserParts {
  const { Worker: NestedWorker } = globals
  const Source = Blob
  const addressOf = URL.createObjectURL.bind(URL)
  return {
    OffscreenCanvas: globals.OffscreenCanvas,
    Path2D: globals.Path2D,
    createImageBitmap: globals.createImageBitmap?.bind(globals),
    requestAnimationFrame: globals.requestAnimationFrame?.bind(globals),
    cancelAnimationFrame: globals.cancelAnimationFrame?.bind(globals),
    startWorker:
      NestedWorker === undefined
        ? undefined
        : (source) => new NestedWorker(addressOf(new Source([source], { type: 'text/javascript' }))),
  }
}
