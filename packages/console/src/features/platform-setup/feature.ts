import { RocketOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** From a fresh installation to one that is ready for the public, a step at a time, each of which may be left out. */
export const platformSetup: Feature = {
  name: 'platform-setup',
  texts,
  routes: [
    {
      path: '/platform/setup',
      title: 'setup',
      page: () => import('./setup.tsx'),
      needs: ['platform.edit'],
      menu: { area: 'platform', order: 15, icon: RocketOutlined },
    },
  ],
}
