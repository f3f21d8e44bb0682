/** `wx.worklet.Easing`: curves of time, 0 to 1. */
export type EasingCurve = (share: number) => number

const easeIn = bezier(0.42, 0, 1, 1)

export const easing = {
  linear: (t: number): number => t,
  ease: (t: number): number => easeIn(t),
  quad: (t: number): number => t * t,
  cubic: (t: number): number => t ** 3,
  poly:
    (n: number): EasingCurve =>
    (t) =>
      t ** n,
  sin: (t: number): number => 1 - Math.cos((t * Math.PI) / 2),
  circle: (t: number): number => 1 - Math.sqrt(1 - t * t),
  exp: (t: number): number => 2 ** (10 * (t - 1)),
  elastic:
    (bounciness = 1): EasingCurve =>
    (t) =>
      1 - Math.cos((t * Math.PI) / 2) ** 3 * Math.cos(t * bounciness * Math.PI),
  back:
    (overshoot = 1.70158): EasingCurve =>
    (t) =>
      t * t * ((overshoot + 1) * t - overshoot),
  bounce,
  bezier,
  in: (curve: EasingCurve): EasingCurve => curve,
  out:
    (curve: EasingCurve): EasingCurve =>
    (t) =>
      1 - curve(1 - t),
  inOut:
    (curve: EasingCurve): EasingCurve =>
    (t) =>
      t < 0.5 ? curve(t * 2) / 2 : 1 - curve((1 - t) * 2) / 2,
}

function bounce(t: number): number {
  const factor = 7.5625
  const span = 2.75
  if (t < 1 / span) return factor * t * t
  const [offset, base] = t < 2 / span ? [1.5, 0.75] : t < 2.5 / span ? [2.25, 0.9375] : [2.625, 0.984375]
  const rest = t - offset / span
  return factor * rest * rest + base
}

/** The curve of CSS: its x is time, so the point on it is searched for by halving. */
function bezier(x1: number, y1: number, x2: number, y2: number): EasingCurve {
  const at = (a: number, b: number, u: number): number => 3 * a * u * (1 - u) ** 2 + 3 * b * u * u * (1 - u) + u ** 3
  return (t) => {
    if (t <= 0 || t >= 1) return Math.min(1, Math.max(0, t))
    let low = 0
    let high = 1
    for (let i = 0; i < 24; i++) {
      const middle = (low + high) / 2
      if (at(x1, x2, middle) < t) low = middle
      else high = middle
    }
    return at(y1, y2, (low + high) / 2)
  }
}
