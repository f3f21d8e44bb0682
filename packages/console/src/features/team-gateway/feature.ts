import { SwapOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** What the gateway did for a mini-program. */
export const teamGateway: Feature = {
  name: 'team-gateway',
  texts,
  routes: [
    {
      path: '/apps/$appId/requests',
      title: 'requests',
      page: () => import('./requests.tsx'),
      menu: { area: 'app', order: 90, icon: SwapOutlined },
    },
  ],
}
