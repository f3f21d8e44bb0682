import { KeyOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** One's own account, and the API keys of the team. */
export const teamAccount: Feature = {
  name: 'team-account',
  texts,
  routes: [
    {
      path: '/keys',
      title: 'keys',
      page: () => import('./keys.tsx'),
      needs: ['key.manage'],
      menu: { area: 'team', order: 40, icon: KeyOutlined },
    },
    {
      path: '/device',
      title: 'device',
      page: () => import('./device.tsx'),
    },
    {
      path: '/account',
      title: 'account',
      page: () => import('./account.tsx'),
      menu: { area: 'account', order: 10 },
    },
  ],
}
