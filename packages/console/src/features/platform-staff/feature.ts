import { IdcardOutlined, TableOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** Who works for the installation, and what each role may do. */
export const platformStaff: Feature = {
  name: 'platform-staff',
  texts,
  routes: [
    {
      path: '/platform/staff',
      title: 'staff',
      page: () => import('./staff.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 70, icon: IdcardOutlined },
    },
    {
      path: '/platform/roles',
      title: 'roles',
      page: () => import('./role-matrix.tsx'),
      needs: ['platform.read'],
      menu: { area: 'platform', order: 80, icon: TableOutlined },
    },
  ],
}
