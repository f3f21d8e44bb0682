/** The browser's own, where it has Trusted Types. */
declare const trustedTypes:
  | { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string | null }) => unknown }
  | undefined

/**
 * Scripts of a worker are bytes that the host gave. Called before app code can run, which then can make no rule of its own: the policy of
 * the document allows only this one.
 */
export function trustOnlyBytes(): void {
  if (typeof trustedTypes === 'undefined') return
  trustedTypes.createPolicy('default', { createScriptURL: (url) => (url.startsWith('blob:') ? url : null) })
}
