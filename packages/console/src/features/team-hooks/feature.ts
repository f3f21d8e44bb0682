import { ApiOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** What the platform tells the team's own servers. */
export const teamHooks: Feature = {
  name: 'team-hooks',
  texts,
  routes: [
    {
      path: '/apps/$appId/webhooks',
      title: 'webhooks',
      page: () => import('./webhooks.tsx'),
      menu: { area: 'app', order: 80, icon: ApiOutlined },
    },
    {
      path: '/apps/$appId/webhooks/$webhookId',
      title: 'deliveries',
      page: () => import('./deliveries.tsx'),
    },
  ],
}
