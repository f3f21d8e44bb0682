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
  const connection: unknown = Reflect.get(navigator, 'connection')
  if (typeof connection !== 'object' || connection === null) return 'wifi'
  const type: unknown = Reflect.get(connection, 'type')
  if (type !== 'cellular') return 'wifi'
  const speed: unknown = Reflect.get(connection, 'effectiveType')
  return speed === '2g' || speed === 'slow-2g' ? '2g' : speed === '3g' ? '3g' : '4g'
}
