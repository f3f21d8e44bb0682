import { AuditOutlined, BranchesOutlined, DiffOutlined, PercentageOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** From an upload to what users get: versions, review, gray releases, rollback. */
export const teamVersions: Feature = {
  name: 'team-versions',
  texts,
  routes: [
    {
      path: '/apps/$appId/versions',
      title: 'versions',
      page: () => import('./version-list.tsx'),
      menu: { area: 'app', order: 20, icon: BranchesOutlined },
    },
    {
      path: '/apps/$appId/compare',
      title: 'compare',
      page: () => import('./compare.tsx'),
      menu: { area: 'app', order: 25, icon: DiffOutlined },
    },
    {
      path: '/apps/$appId/gray',
      title: 'gray',
      page: () => import('./gray.tsx'),
      menu: { area: 'app', order: 30, icon: PercentageOutlined },
    },
    {
      path: '/apps/$appId/review',
      title: 'review',
      page: () => import('./review.tsx'),
      menu: { area: 'app', order: 40, icon: AuditOutlined },
    },
  ],
}
