import type { ApiKey } from '@banyan/contract/identity'
import { teamRoles, type TeamRole } from '@banyan/contract/permissions'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Modal, Popconfirm, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

export function Page() {
  const say = useTexts('team-account')
  const sayHouse = useTexts()
  const [isCreating, setCreating] = useState(false)
  const [secret, setSecret] = useState<string>()
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => api().identity.listApiKeys() })
  return (
    <PageFrame
      title={say('keys')}
      about={say('keysAbout')}
      actions={
        <Button type="primary" onClick={() => setCreating(true)}>
          {say('newKey')}
        </Button>
      }
    >
      {secret !== undefined && (
        <Alert
          role="status"
          type="success"
          showIcon
          title={sayHouse('once')}
          description={
            <Typography.Text code copyable className="secret">
              {secret}
            </Typography.Text>
          }
        />
      )}
      <Loaded query={keys}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={say('noKeys')} text={say('noKeysText')} />
          ) : (
            items.map((key) => <KeyCard key={key.id} apiKey={key} />)
          )
        }
      </Loaded>
      <NewKey isOpen={isCreating} onClose={() => setCreating(false)} onCreated={setSecret} />
    </PageFrame>
  )
}

function KeyCard({ apiKey }: { apiKey: ApiKey }) {
  const say = useTexts('team-account')
  const time = useTimeFormat()
  const revoke = useAction({ run: () => api().identity.revokeApiKey(apiKey.id), renews: [['keys']] })
  return (
    <Card>
      <Flex wrap gap={12} align="center">
        <div className="grow">
          <strong>{apiKey.name}</strong> <Tag>{say(`roles.${apiKey.role}`)}</Tag>
          <div>
            <Typography.Text code>{`${apiKey.hint}…`}</Typography.Text>
            <Typography.Text type="secondary">
              {apiKey.lastUsedAt === null ? say('neverUsed') : say('lastUsed', { at: time(apiKey.lastUsedAt) })}
            </Typography.Text>
          </div>
        </div>
        <Popconfirm
          title={say('revokeTitle', { name: apiKey.name })}
          okText={say('revoke')}
          onConfirm={() => void revoke.run()}
        >
          <Button danger>{say('revoke')}</Button>
        </Popconfirm>
      </Flex>
    </Card>
  )
}

interface NewKeyProps {
  isOpen: boolean
  onClose: () => void
  onCreated: (secret: string) => void
}

function NewKey({ isOpen, onClose, onCreated }: NewKeyProps) {
  const say = useTexts('team-account')
  const sayHouse = useTexts()
  const [form] = Form.useForm<{ name: string; role: TeamRole }>()
  const create = useAction({
    run: (input: { name: string; role: TeamRole }) => api().identity.createApiKey(input),
    renews: [['keys']],
    onDone(key) {
      onCreated(key.secret)
      form.resetFields()
      onClose()
    },
    done: null,
  })
  return (
    <Modal
      open={isOpen}
      title={say('newKey')}
      okText={sayHouse('create')}
      confirmLoading={create.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ role: 'developer' }}
        onFinish={(fields) => void create.run(fields)}
      >
        <Form.Item name="name" label={say('name')} rules={[{ required: true, max: 60 }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="role" label={say('role')}>
          <Select options={teamRoles.map((role) => ({ value: role, label: say(`roles.${role}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
