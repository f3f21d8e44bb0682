/** Around each page: its title in the browser's tab, and the question whether this person may see it. */
import { useEffect, type ReactNode } from 'react'
import { useBrandName } from './brand.tsx'
import type { Feature, FeatureRoute } from './feature.ts'
import { useTexts } from './language.ts'
import { useCan } from './session.tsx'
import { NotAllowed } from './states.tsx'

export function RoutePage(props: { feature: Feature; route: FeatureRoute; children: ReactNode }) {
  const { feature, route, children } = props
  const say = useTexts(feature.name)
  const brandName = useBrandName()
  const can = useCan()
  const title = say(route.title)
  useEffect(() => {
    document.title = `${title} · ${brandName}`
  }, [title, brandName])
  // Roles in one mini-program are the server's to know.
  const isOfApp = route.path.startsWith('/apps/$appId')
  return isOfApp || route.needs === undefined || route.needs.some(can) ? children : <NotAllowed />
}
