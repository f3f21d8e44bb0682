/**
 * The manifest of `wx.*`: bridge, documentation, permissions, `wx.canIUse` and the compiler's warnings are made from this table.
 * A function that is not in it cannot be called; one whose support is `soft` exists and fails with `<name>:fail not supported`.
 */
export interface WxFunction {
  /** `area` is the folder in `runtime/src/api`. */
  area: string
  /** `async`: callbacks and promise. `on`/`off`: event pairs. `create`: returns an object. */
  kind: 'async' | 'sync' | 'on' | 'off' | 'create'
  support: 'real' | 'degraded' | 'soft'
  /** The host carries it out: its name may stand in a bridge message. */
  crossesBridge: boolean
  /** Scope that must be granted first, WeChat's name: `scope.userLocation`. */
  scope?: string
  note?: { zh: string; en: string }
}

export const wxFunctions: Readonly<Record<string, WxFunction>> = {}
