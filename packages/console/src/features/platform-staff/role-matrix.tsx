import {
  appPermissions,
  appRolePermissions,
  appRoles,
  platformPermissions,
  platformRolePermissions,
  platformRoles,
  teamPermissions,
  teamRolePermissions,
  teamRoles,
  type Permission,
} from '@banyan/contract/permissions'
import { CheckOutlined } from '@ant-design/icons'
import { Segmented, Table } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { ScrollBox } from '../../house/scroll-box.tsx'

type Scope = 'platform' | 'team' | 'app'

interface Matrix {
  permissions: readonly Permission[]
  roles: readonly { name: string; held: ReadonlySet<Permission> }[]
}

const matrices: Readonly<Record<Scope, Matrix>> = {
  platform: {
    permissions: [...platformPermissions, 'app.read', 'team.read', 'data.read', 'logs.read', 'audit.read'],
    roles: platformRoles.map((role) => ({
      name: `platformRoles.${role}`,
      held: new Set(platformRolePermissions[role]),
    })),
  },
  team: {
    permissions: [...teamPermissions, ...appPermissions],
    roles: teamRoles.map((role) => ({ name: `teamRoles.${role}`, held: new Set(teamRolePermissions[role]) })),
  },
  app: {
    permissions: appPermissions,
    roles: appRoles.map((role) => ({ name: `appRoles.${role}`, held: new Set(appRolePermissions[role]) })),
  },
}
const scopes: readonly Scope[] = ['platform', 'team', 'app']

export function Page() {
  const say = useTexts('platform-staff')
  const [scope, setScope] = useState<Scope>('platform')
  const { permissions, roles } = matrices[scope]
  return (
    <PageFrame
      title={say('roles')}
      about={say('rolesAbout')}
      actions={
        <Segmented<Scope>
          aria-label={say('roles')}
          value={scope}
          onChange={setScope}
          options={scopes.map((value) => ({ value, label: say(`scopes.${value}`) }))}
        />
      }
    >
      <ScrollBox>
        <Table
          rowKey="permission"
          size="small"
          dataSource={permissions.map((permission) => ({ permission }))}
          pagination={false}
          columns={[
            { title: say('permission'), render: (_, { permission }) => <code>{permission}</code> },
            ...roles.map(({ name, held }) => ({
              key: name,
              title: say(name),
              render: (_: unknown, { permission }: { permission: Permission }) =>
                held.has(permission) ? <CheckOutlined aria-label={say('yes')} /> : <span className="soft">–</span>,
            })),
          ]}
        />
      </ScrollBox>
    </PageFrame>
  )
}
