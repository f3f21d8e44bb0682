/** What is told to whoever debugs the app in the browser's own console; the host page of a release says nothing. */
import type { AppFault } from '../bridge/host-messages.ts'

export function reportFault(message: string): void {
  dispatchEvent(new CustomEvent('banyan:fault', { detail: message }))
}

/** Some engines leave the message out of the stack. */
export function reportAppFault({ message, stack = '' }: AppFault): void {
  reportFault(stack.includes(message) ? stack : [message, stack].filter(Boolean).join('\n'))
}

export function reportConsole(level: string, args: readonly string[]): void {
  dispatchEvent(new CustomEvent('banyan:console', { detail: { level, args } }))
}
