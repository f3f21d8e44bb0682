/** The features of this console, for the menu and whoever else lists them. */
import { createContext, useContext } from 'react'
import type { Feature } from './feature.ts'

const FeaturesContext = createContext<readonly Feature[]>([])

export const FeaturesProvider = FeaturesContext.Provider

export function useFeatures(): readonly Feature[] {
  return useContext(FeaturesContext)
}
