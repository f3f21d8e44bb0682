/** Errors that the framework caught in app code. It keeps its listeners for good, so there is one, and it knows the app of the moment. */
import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'

let report: ((error: unknown) => void) | undefined

export function reportFrameworkErrors(sink: (error: unknown) => void): void {
  if (report === undefined) {
    addGlobalErrorListener((error, phase) => {
      // A property whose observer has no method: the component works without, and WeChat only warns.
      if (phase === '[prepare]') console.warn(error instanceof Error ? error.message : error)
      else report?.(error)
      return false
    })
    addGlobalWarningListener(() => false)
  }
  report = sink
}
