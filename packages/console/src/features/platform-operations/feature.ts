import { ClockCircleOutlined, DashboardOutlined, HeartOutlined, SaveOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** What the people who run the installation look at. */
export const platformOperations: Feature = {
  name: 'platform-operations',
  texts,
  routes: [
    {
      path: '/platform',
      title: 'overview',
      page: () => import('./overview.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 10, icon: DashboardOutlined },
    },
    {
      path: '/platform/jobs',
      title: 'jobs',
      page: () => import('./jobs.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 110, icon: ClockCircleOutlined },
    },
    {
      path: '/platform/health',
      title: 'health',
      page: () => import('./health.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 120, icon: HeartOutlined },
    },
    {
      path: '/platform/backups',
      title: 'backups',
      page: () => import('./backups.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 130, icon: SaveOutlined },
    },
  ],
}
