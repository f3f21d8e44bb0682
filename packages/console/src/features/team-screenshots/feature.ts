import { PictureOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** Pictures of a mini-program at work, for the portal and for reviewers. */
export const teamScreenshots: Feature = {
  name: 'team-screenshots',
  texts,
  routes: [
    {
      path: '/apps/$appId/screenshots',
      title: 'screenshots',
      page: () => import('./screenshots.tsx'),
      menu: { area: 'app', order: 48, icon: PictureOutlined },
    },
  ],
}
