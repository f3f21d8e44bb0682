/** The menu is what the features bring, in their order, without what this person may not see. */
import { Link } from '@tanstack/react-router'
import type { MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Feature, FeatureRoute, MenuArea } from './feature.ts'
import { useFeatures } from './features.ts'
import { useCan } from './session.tsx'

export interface MenuEntry {
  feature: Feature
  route: FeatureRoute
  path: string
  title: string
}

type Items = NonNullable<MenuProps['items']>

export function useMenu(pathname: string): { items: Items; selectedKey: string } {
  const { t } = useTranslation('house')
  const entriesOf = useEntries()
  const appId = appIdOf(pathname)
  const areas: readonly MenuArea[] = appId === undefined ? ['team', 'platform'] : ['app']
  const groups = areas
    .map((area) => ({ area, entries: entriesOf(area, appId) }))
    .filter(({ entries }) => entries.length > 0)
  const selected = groups
    .flatMap(({ entries }) => entries)
    .filter(({ path }) => pathname === path || pathname.startsWith(path === '/' ? '/apps' : `${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
  const items: Items = groups.flatMap(({ area, entries }): Items =>
    area === 'app'
      ? [{ key: 'back', label: <Link to="/">{t('back')}</Link> }, ...entries.map(itemOf)]
      : [{ key: area, type: 'group', label: t(area), children: entries.map(itemOf) }],
  )
  return { items, selectedKey: selected?.path ?? pathname }
}

/** All that this person can go to, for the palette too. */
export function useEntries(): (area: MenuArea, appId?: string) => MenuEntry[] {
  const { t } = useTranslation()
  const can = useCan()
  const features = useFeatures()
  return (area, appId = '') =>
    features
      .flatMap((feature) => feature.routes.map((route) => ({ feature, route })))
      .filter(({ route }) => route.menu?.area === area)
      .filter(({ route }) => area === 'app' || route.needs === undefined || route.needs.some(can))
      .toSorted((a, b) => (a.route.menu?.order ?? 0) - (b.route.menu?.order ?? 0))
      .map(({ feature, route }) => ({
        feature,
        route,
        path: route.path.replace('$appId', appId),
        title: t(route.title, { ns: feature.name }),
      }))
}

export function appIdOf(pathname: string): string | undefined {
  return /^\/apps\/([^/]+)/.exec(pathname)?.[1]
}

function itemOf({ path, title, route }: MenuEntry) {
  const Icon = route.menu?.icon
  return { key: path, icon: Icon && <Icon />, label: <Link to={path}>{title}</Link> }
}
