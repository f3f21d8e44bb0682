/** Errors that the framework caught in app code. It keeps its listeners for good, so there is one, and it knows the app of the moment. */
import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'

let report: ((error: unknown) => void) | undefined

export function reportFrameworkErrors(sink: (error: unknown) => void): void {
  if (report === undefined) {
    addGlobalErrorListener((error) => {
      report?.(error)
      return false
    })
    addGlobalWarningListener(() => false)
  }
  report = sink
}
