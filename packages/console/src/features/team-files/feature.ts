import { FolderOpenOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** What a mini-program keeps for its users: pictures, documents, recordings. */
export const teamFiles: Feature = {
  name: 'team-files',
  texts,
  routes: [
    {
      path: '/apps/$appId/files',
      title: 'files',
      page: () => import('./files.tsx'),
      menu: { area: 'app', order: 85, icon: FolderOpenOutlined },
    },
  ],
}
