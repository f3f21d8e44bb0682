/** The platform's name and colours, as the page brought them; whoever changes them shows them at once. */
import type { WornBrand } from '@banyan/contract/brand'
import { darkColors, lightColors } from '@banyan/contract/tokens'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { useLanguage } from './language.ts'

interface BrandChoice {
  brand: WornBrand
  readonly wear: (brand: WornBrand) => void
}

const product: WornBrand = {
  names: { zh: '榕 Banyan', en: 'Banyan' },
  colors: { light: lightColors, dark: darkColors },
}
const BrandContext = createContext<BrandChoice>({ brand: product, wear: () => undefined })

export function BrandProvider({ children }: { children: ReactNode }) {
  const [brand, wear] = useState(brandOfPage)
  return <BrandContext value={useMemo(() => ({ brand, wear }), [brand])}>{children}</BrandContext>
}

export function useBrand(): BrandChoice {
  return useContext(BrandContext)
}

export function useBrandName(): string {
  return useBrand().brand.names[useLanguage()]
}

function brandOfPage(): WornBrand {
  const carried = document.querySelector<HTMLElement>('#console')?.dataset['brand']
  // The same server that sends this script has written it.
  const worn: WornBrand = carried === undefined ? product : JSON.parse(carried)
  return worn
}
