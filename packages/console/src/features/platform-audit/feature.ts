import { AuditOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** Who changed what, over the whole installation. */
export const platformAudit: Feature = {
  name: 'platform-audit',
  texts,
  routes: [
    {
      path: '/platform/audit',
      title: 'audit',
      page: () => import('./audit-log.tsx'),
      needs: ['audit.readAll'],
      menu: { area: 'platform', order: 90, icon: AuditOutlined },
    },
  ],
}
