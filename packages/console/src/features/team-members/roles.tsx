import { grantablePermissionSchema } from '@banyan/contract/permissions'
import type { CustomRole, CustomRoleInput } from '@banyan/contract/teams'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Checkbox, Flex, Form, Input, Modal, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan } from '../../house/session.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

export function Page() {
  const say = useTexts('team-members')
  const [edited, setEdited] = useState<CustomRole | 'new'>()
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => api().teams.roles() })
  const button = (
    <Button type="primary" onClick={() => setEdited('new')}>
      {say('newRole')}
    </Button>
  )
  return (
    <PageFrame title={say('roles')} about={say('rolesAbout')} actions={button}>
      <Loaded query={roles}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={say('noRoles')} text={say('noRolesText')} />
          ) : (
            items.map((role) => <RoleCard key={role.id} role={role} onEdit={() => setEdited(role)} />)
          )
        }
      </Loaded>
      {edited !== undefined && (
        <RoleDialog
          key={edited === 'new' ? 'new' : edited.id}
          role={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </PageFrame>
  )
}

function RoleCard({ role: { id, name, permissions }, onEdit }: { role: CustomRole; onEdit: () => void }) {
  const say = useTexts('team-members')
  const sayHouse = useTexts()
  const remove = useAction({ run: () => api().teams.deleteRole(id), renews: [['roles'], ['members']] })
  return (
    <Card>
      <Flex wrap gap={12} align="center">
        <div className="grow">
          <strong>{name}</strong>
          <Flex wrap gap={4}>
            {permissions.map((permission) => (
              <Tag key={permission} title={permission}>
                {say(`mayDo.${permission}`)}
              </Tag>
            ))}
          </Flex>
        </div>
        <Flex wrap gap={8}>
          <Button onClick={onEdit}>{say('changeRole')}</Button>
          <Popconfirm
            title={say('removeRoleTitle', { name })}
            description={say('removeRoleText')}
            okText={sayHouse('remove')}
            onConfirm={() => void remove.run()}
          >
            <Button danger loading={remove.isRunning}>
              {sayHouse('remove')}
            </Button>
          </Popconfirm>
        </Flex>
      </Flex>
    </Card>
  )
}

/** Without a role: for a new one. */
function RoleDialog({ role, onClose }: { role: CustomRole | undefined; onClose: () => void }) {
  const say = useTexts('team-members')
  const sayHouse = useTexts()
  const can = useCan()
  const [form] = Form.useForm<CustomRoleInput>()
  const save = useAction({
    run: (input: CustomRoleInput) => (role ? api().teams.updateRole(role.id, input) : api().teams.createRole(input)),
    renews: [['roles'], ['members']],
    onDone: onClose,
  })
  // Nobody gives what he does not have.
  const grantable = grantablePermissionSchema.options.filter(
    (permission) => can(permission) || role?.permissions.includes(permission),
  )
  return (
    <Modal
      open
      title={say(role ? 'changeRole' : 'newRole')}
      okText={sayHouse(role ? 'save' : 'create')}
      confirmLoading={save.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={role ?? { permissions: ['app.read'] }}
        onFinish={({ name, permissions }) => void save.run({ name, permissions })}
      >
        <Form.Item name="name" label={say('name')} rules={[{ required: true, max: 60 }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="permissions" label={say('permissions')}>
          <Checkbox.Group
            options={grantable.map((permission) => ({
              value: permission,
              label: `${say(`mayDo.${permission}`)} · ${permission}`,
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
