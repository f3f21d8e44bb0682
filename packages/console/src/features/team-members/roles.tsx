import { grantablePermissionSchema } from '@banyan/contract/permissions'
import type { CustomRoleInput } from '@banyan/contract/teams'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Checkbox, Form, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan } from '../../house/session.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

export function Page() {
  const say = useTexts('team-members')
  const [isCreating, setCreating] = useState(false)
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => api().teams.roles() })
  const button = (
    <Button type="primary" onClick={() => setCreating(true)}>
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
            items.map(({ id, name, permissions }) => (
              <Card key={id} title={name}>
                {permissions.map((permission) => (
                  <Tag key={permission}>{permission}</Tag>
                ))}
              </Card>
            ))
          )
        }
      </Loaded>
      <NewRole isOpen={isCreating} onClose={() => setCreating(false)} />
    </PageFrame>
  )
}

function NewRole({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useTexts('team-members')
  const sayHouse = useTexts()
  const can = useCan()
  const [form] = Form.useForm<CustomRoleInput>()
  const create = useAction({
    run: (input: CustomRoleInput) => api().teams.createRole(input),
    renews: [['roles']],
    onDone() {
      form.resetFields()
      onClose()
    },
  })
  // Nobody gives what he does not have.
  const grantable = grantablePermissionSchema.options.filter(can)
  return (
    <Modal
      open={isOpen}
      title={say('newRole')}
      okText={sayHouse('create')}
      confirmLoading={create.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ permissions: ['app.read'] }}
        onFinish={(fields) => void create.run(fields)}
      >
        <Form.Item name="name" label={say('name')} rules={[{ required: true, max: 60 }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="permissions" label={say('permissions')}>
          <Checkbox.Group options={grantable.map((permission) => ({ value: permission, label: permission }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
