import { MessageOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** Templates of the messages that users subscribe to. */
export const teamMessages: Feature = {
  name: 'team-messages',
  texts,
  routes: [
    {
      path: '/apps/$appId/messages',
      title: 'messages',
      page: () => import('./templates.tsx'),
      menu: { area: 'app', order: 70, icon: MessageOutlined },
    },
  ],
}
