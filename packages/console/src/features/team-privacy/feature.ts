import { SafetyOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** What a mini-program says about the personal data that it asks for. */
export const teamPrivacy: Feature = {
  name: 'team-privacy',
  texts,
  routes: [
    {
      path: '/apps/$appId/privacy',
      title: 'privacy',
      page: () => import('./privacy.tsx'),
      menu: { area: 'app', order: 55, icon: SafetyOutlined },
    },
  ],
}
