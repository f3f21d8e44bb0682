/** Between the app's worker and the one that `wx.createWorker` makes. */
export type ToNested =
  | { type: 'start'; source: Blob; path: string; folder: string; userDataPath: string }
  | { type: 'message'; value: unknown }

export type FromNested = { type: 'message'; value: unknown } | { type: 'error'; message: string; stack?: string }
