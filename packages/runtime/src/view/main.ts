/** Script of a page frame. The host's first message carries the one port to it; nothing else is ever listened to. */
import type { PrepareViewFrame } from '../bridge/frame-messages.ts'
import './polyfills.ts'
import { removeLeaks } from './lockdown.ts'
import { View } from './view.ts'

removeLeaks(globalThis)

function receive(event: MessageEvent<PrepareViewFrame>): void {
  const port = event.ports[0]
  if (event.source !== window.parent || event.data?.type !== 'banyan:view' || port === undefined) return
  window.removeEventListener('message', receive)
  new View(port, event.data.environment)
}

window.addEventListener('message', receive)
