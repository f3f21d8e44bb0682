import { HomeOutlined, TagsOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** How visitors find mini-programs: the home page of the portal, and the categories. */
export const platformPortal: Feature = {
  name: 'platform-portal',
  texts,
  routes: [
    {
      path: '/platform/home',
      title: 'home',
      page: () => import('./home.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 26, icon: HomeOutlined },
    },
    {
      path: '/platform/categories',
      title: 'categories',
      page: () => import('./categories.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 28, icon: TagsOutlined },
    },
  ],
}
