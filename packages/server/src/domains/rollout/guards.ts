/** Compares those who have the new version with those who have not, over the same time. Pure; the numbers come by a port. */
import type { GrayGuard } from '@banyan/contract/rollout'

export interface SideFigures {
  /** Launches. */
  samples: number
  errorRate: number
  /** Share of sessions without a crash, 0 to 1. */
  crashFree: number
  launchP95Ms: number
}

/** Undefined while there is nothing to compare. Monitoring provides it. */
export type ReadFigures = (plan: {
  appId: string
  grayVersion: string
  fullVersion: string
  since: Date
}) => Promise<{ gray: SideFigures; control: SideFigures } | undefined>

export interface Breach {
  guard: GrayGuard
  gray: number
  control: number
}

export function findBreach(
  guards: readonly GrayGuard[],
  { gray, control }: { gray: SideFigures; control: SideFigures },
): Breach | undefined {
  for (const guard of guards) {
    if (Math.min(gray.samples, control.samples) < guard.minimumSamples) continue
    const [mine, theirs] = badness(guard.metric, gray, control)
    if (mine > theirs * (1 + guard.worseBy) + smallest[guard.metric]) {
      return { guard, gray: gray[guard.metric], control: control[guard.metric] }
    }
  }
  return undefined
}

/** Differences below this are noise, whatever their ratio: one error against none is no disaster. */
const smallest = { errorRate: 0.001, crashFree: 0.001, launchP95Ms: 5 } as const

function badness(metric: GrayGuard['metric'], gray: SideFigures, control: SideFigures): [number, number] {
  if (metric === 'crashFree') return [1 - gray.crashFree, 1 - control.crashFree]
  return [gray[metric], control[metric]]
}
