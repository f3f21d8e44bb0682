/** What the browser tells of the network; WeChat's words. */
export interface NetworkStatus {
  isConnected: boolean
  networkType: string
}

export function networkStatus(): NetworkStatus {
  return { isConnected: navigator.onLine, networkType: networkType() }
}

/** Where the browser does not say how it is connected, it counts as Wi-Fi: apps then load what they would anyway. */
export function networkType(): string {
  if (!navigator.onLine) return 'none'
  if (connectionField('type') !== 'cellular') return 'wifi'
  return /2g/.test(speed()) ? '2g' : speed() === '3g' ? '3g' : '4g'
}

export function isWeakNetwork(): boolean {
  return navigator.onLine && /2g/.test(speed())
}

/** Tells of each change under the names of `wx.on...`. */
export function watchNetwork(emit: (name: string, value: unknown) => void): void {
  let wasWeak = isWeakNetwork()
  let before = JSON.stringify(networkStatus())
  const changed = () => {
    const now = JSON.stringify(networkStatus())
    if (now !== before) emit('networkStatusChange', networkStatus())
    before = now
    if (isWeakNetwork() === wasWeak) return
    wasWeak = !wasWeak
    emit('networkWeakChange', { weakNet: wasWeak, networkType: networkType() })
  }
  addEventListener('online', changed)
  addEventListener('offline', changed)
  const connection: unknown = Reflect.get(navigator, 'connection')
  if (connection instanceof EventTarget) connection.addEventListener('change', changed)
}

function speed(): string {
  return String(connectionField('effectiveType'))
}

function connectionField(name: string): unknown {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return typeof connection === 'object' && connection !== null ? Reflect.get(connection, name) : undefined
}
