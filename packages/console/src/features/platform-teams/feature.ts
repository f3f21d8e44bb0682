import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** Teams that say who they are, and the decision whether it is true. */
export const platformTeams: Feature = {
  name: 'platform-teams',
  texts,
  routes: [
    {
      path: '/platform/teams',
      title: 'teams',
      page: () => import('./verifications.tsx'),
      needs: ['team.verify'],
      menu: { area: 'platform', order: 30, icon: SafetyCertificateOutlined },
    },
  ],
}
