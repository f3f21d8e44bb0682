/** From half to four times the speed, which is what WeChat has; anything else is the ordinary one. */
export function clampRate(rate: number): number {
  return Number.isFinite(rate) && rate > 0 ? Math.min(4, Math.max(0.5, rate)) : 1
}
