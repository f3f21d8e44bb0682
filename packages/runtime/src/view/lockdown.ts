/**
 * Nothing in the frame runs app code, but what could carry data out past the policy goes first, before anything else:
 * STUN packets of WebRTC are not stopped by any directive.
 */
const leaks = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'mozRTCPeerConnection',
  'RTCDataChannel',
  'RTCIceTransport',
  'WebTransport',
  'WebSocket',
  'EventSource',
  'BroadcastChannel',
  'SharedWorker',
  'open',
  'showOpenFilePicker',
]

export function removeLeaks(scope: typeof globalThis): void {
  for (const name of leaks) {
    Reflect.deleteProperty(scope, name)
    if (name in scope) Reflect.defineProperty(scope, name, { value: undefined, writable: false, configurable: false })
  }
}
