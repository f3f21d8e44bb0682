import { AppstoreOutlined, TeamOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** What all teams have on the platform, and who uses it: to stop what does harm, and to find whoever asks for help. */
export const platformApps: Feature = {
  name: 'platform-apps',
  texts,
  routes: [
    {
      path: '/platform/apps',
      title: 'apps',
      page: () => import('./apps.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 22, icon: AppstoreOutlined },
    },
    {
      path: '/platform/users',
      title: 'users',
      page: () => import('./users.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 24, icon: TeamOutlined },
    },
  ],
}
