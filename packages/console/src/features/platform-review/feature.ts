import { FileSearchOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** The reviewers' place of work: what waits beside what is looked at, and a decision is one key away. */
export const platformReview: Feature = {
  name: 'platform-review',
  texts,
  routes: [
    {
      path: '/platform/review',
      title: 'review',
      page: () => import('./workbench.tsx'),
      needs: ['review.decide'],
      menu: { area: 'platform', order: 20, icon: FileSearchOutlined },
    },
    {
      path: '/platform/review/$appId/$submissionId',
      title: 'review',
      page: () => import('./workbench.tsx'),
      needs: ['review.decide'],
    },
  ],
}
