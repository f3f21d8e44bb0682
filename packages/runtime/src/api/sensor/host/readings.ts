/** Readings of the browser's sensors in WeChat's units. Undefined while the device tells nothing. */
export type SensorValue = Readonly<Record<string, unknown>> | undefined

const gravity = 9.806_65

/** In g; on a table, face up, z is -1 on every system. Safari's signs are the opposite of the standard's. */
export function accelerationOf(event: Event): SensorValue {
  if (!(event instanceof DeviceMotionEvent)) return undefined
  const { x, y, z } = event.accelerationIncludingGravity ?? {}
  if (typeof x !== 'number' || typeof y !== 'number' || typeof z !== 'number') return undefined
  const sign = /iPhone|iPad|iPod/.test(navigator.userAgent) ? 1 : -1
  return { x: (sign * x) / gravity, y: (sign * y) / gravity, z: (sign * z) / gravity }
}

/** In radians a second around the axes. */
export function rotationOf(event: Event): SensorValue {
  if (!(event instanceof DeviceMotionEvent)) return undefined
  const { alpha, beta, gamma } = event.rotationRate ?? {}
  if (typeof alpha !== 'number' || typeof beta !== 'number' || typeof gamma !== 'number') return undefined
  const radians = Math.PI / 180
  return { x: beta * radians, y: gamma * radians, z: alpha * radians }
}

/** Degrees from north, clockwise. */
export function compassOf(event: Event): SensorValue {
  if (!(event instanceof DeviceOrientationEvent)) return undefined
  const heading: unknown = Reflect.get(event, 'webkitCompassHeading')
  if (typeof heading === 'number') {
    return { direction: heading, accuracy: Number(Reflect.get(event, 'webkitCompassAccuracy')) || 0 }
  }
  if (!event.absolute || event.alpha === null) return undefined
  return { direction: (360 - event.alpha) % 360, accuracy: 'high' }
}

export function motionOf(event: Event): SensorValue {
  if (!(event instanceof DeviceOrientationEvent) || event.alpha === null) return undefined
  return { alpha: event.alpha, beta: event.beta ?? 0, gamma: event.gamma ?? 0 }
}
