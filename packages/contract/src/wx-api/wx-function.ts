/** What the manifest of `wx.*` says of one function. */
export interface WxFunction {
  /** `area` is the folder in `runtime/src/api`. */
  area: string
  /** `async`: callbacks and promise. `on`/`off`: event pairs. `create`: returns an object. `object`: is one, `wx.cloud`. */
  kind: 'async' | 'sync' | 'on' | 'off' | 'create' | 'object'
  support: 'real' | 'degraded' | 'soft'
  /** The host carries it out: its name may stand in a bridge message. */
  crossesBridge: boolean
  /** Scope that must be granted first, WeChat's name: `scope.userLocation`. */
  scope?: string
  note?: { zh: string; en: string }
}
