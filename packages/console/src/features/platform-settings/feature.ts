import { SettingOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** What may be chosen while the installation runs, and who chose what. */
export const platformSettings: Feature = {
  name: 'platform-settings',
  texts,
  routes: [
    {
      path: '/platform/settings',
      title: 'settings',
      page: () => import('./settings.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 100, icon: SettingOutlined },
    },
  ],
}
