/** Who brings mini-programs, in the terms of the rules that follow from it. */
import type { ReviewFlow } from '@banyan/contract/review'

export const businessModels = ['own', 'partners', 'open'] as const
export type BusinessModel = (typeof businessModels)[number]

export interface ModelRules {
  flow: ReviewFlow
  /** Whether a server that joins an app's list must name the app. */
  checksOwnership: boolean
}

export const rulesOf: Readonly<Record<BusinessModel, ModelRules>> = {
  own: { flow: 'automatic', checksOwnership: false },
  partners: { flow: 'oneStep', checksOwnership: false },
  open: { flow: 'twoSteps', checksOwnership: true },
}

/** The model that the rules add up to; undefined for a mixture of one's own. */
export function modelOf({ flow, checksOwnership }: ModelRules): BusinessModel | undefined {
  return businessModels.find(
    (model) => rulesOf[model].flow === flow && rulesOf[model].checksOwnership === checksOwnership,
  )
}
