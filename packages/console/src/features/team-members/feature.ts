import { ExperimentOutlined, SafetyCertificateOutlined, SettingOutlined, TeamOutlined } from '@ant-design/icons'
import type { Feature } from '../../house/feature.ts'
import { texts } from './texts.ts'

/** Who is in the team, with which roles, and what the team says about itself. */
export const teamMembers: Feature = {
  name: 'team-members',
  texts,
  routes: [
    {
      path: '/members',
      title: 'members',
      page: () => import('./members.tsx'),
      needs: ['team.read'],
      menu: { area: 'team', order: 20, icon: TeamOutlined },
    },
    {
      path: '/apps/$appId/testers',
      title: 'testers',
      page: () => import('./testers.tsx'),
      menu: { area: 'app', order: 45, icon: ExperimentOutlined },
    },
    {
      path: '/roles',
      title: 'roles',
      page: () => import('./roles.tsx'),
      needs: ['role.manage'],
      menu: { area: 'team', order: 30, icon: SafetyCertificateOutlined },
    },
    {
      path: '/team',
      title: 'team',
      page: () => import('./team.tsx'),
      needs: ['team.edit'],
      menu: { area: 'team', order: 50, icon: SettingOutlined },
    },
  ],
}
