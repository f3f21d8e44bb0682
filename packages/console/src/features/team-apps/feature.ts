import { AppstoreOutlined, ApiOutlined, HomeOutlined, KeyOutlined, SettingOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** The mini-programs of the team: the list, a home for each, its domains and its secret. */
export const teamApps: Feature = {
  name: 'team-apps',
  texts,
  routes: [
    {
      path: '/',
      title: 'apps',
      page: () => import('./app-list.tsx'),
      menu: { area: 'team', order: 10, icon: AppstoreOutlined },
    },
    {
      path: '/apps/$appId',
      title: 'overview',
      page: () => import('./app-home.tsx'),
      menu: { area: 'app', order: 10, icon: HomeOutlined },
    },
    {
      path: '/apps/$appId/domains',
      title: 'domains',
      page: () => import('./app-domains.tsx'),
      menu: { area: 'app', order: 50, icon: ApiOutlined },
    },
    {
      path: '/apps/$appId/secret',
      title: 'secret',
      page: () => import('./app-secret.tsx'),
      menu: { area: 'app', order: 60, icon: KeyOutlined },
    },
    {
      path: '/apps/$appId/settings',
      title: 'settings',
      page: () => import('./app-settings.tsx'),
      menu: { area: 'app', order: 100, icon: SettingOutlined },
    },
  ],
}
