import type { App } from '@banyan/contract/apps'
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Avatar, Button, Card, Flex, Form, Input, Modal, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan, useMe } from '../../house/session.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

export function Page() {
  const say = useTexts('team-apps')
  const sayHouse = useTexts()
  const can = useCan()
  const me = useMe()
  const [isCreating, setCreating] = useState(false)
  const apps = useQuery({ queryKey: ['apps'], queryFn: () => api().apps.list() })
  const button = can('app.create') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {say('newApp')}
    </Button>
  )
  if (me.workspaceId === '') return <EmptyState title={sayHouse('noTeam')} text={sayHouse('noTeamText')} />
  return (
    <PageFrame title={say('apps')} about={say('appsAbout')} actions={button}>
      <Loaded query={apps}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={say('noApps')} text={say('noAppsText')} action={button} />
          ) : (
            <ul className="cards">
              {items.toSorted(endedLast).map((app) => (
                <li key={app.id} className={isEnded(app) ? 'ended' : undefined}>
                  <AppCard app={app} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewApp isOpen={isCreating} onClose={() => setCreating(false)} />
    </PageFrame>
  )
}

const isEnded = ({ standing }: App) => standing === 'terminated'
const endedLast = (one: App, other: App) => Number(isEnded(one)) - Number(isEnded(other))

function AppCard({ app }: { app: App }) {
  return (
    <Link to={`/apps/${app.id}`} className="card-link">
      <Card hoverable>
        <Flex gap={12} align="center">
          <Avatar shape="square" size={48} src={app.iconUrl ?? undefined} alt="" className="app-mark">
            {Array.from(app.name)[0]}
          </Avatar>
          <div className="grow">
            <Typography.Text strong ellipsis>
              {app.name}
            </Typography.Text>
            <div>
              <StateTag app={app} />
            </div>
          </div>
        </Flex>
      </Card>
    </Link>
  )
}

/** What has been stopped says so; else the version that users get. */
function StateTag({ app: { standing, currentVersion } }: { app: App }) {
  const say = useTexts('team-apps')
  if (standing === 'terminated') return <Tag>{say('stopped.terminated')}</Tag>
  if (standing === 'suspended') return <Tag color="error">{say('stopped.suspended')}</Tag>
  if (standing === 'unpublished') return <Tag color="warning">{say('stopped.unpublished')}</Tag>
  return currentVersion === null ? <Tag>{say('notLive')}</Tag> : <Tag color="success">{currentVersion}</Tag>
}

interface Fields {
  name: string
  description?: string
}

function NewApp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useTexts('team-apps')
  const sayHouse = useTexts()
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const create = useAction({
    run: ({ name, description = '' }: Fields) => api().apps.create({ name, description }),
    renews: [['apps']],
    onDone(app) {
      onClose()
      form.resetFields()
      void navigate({ to: `/apps/${app.id}` })
    },
  })
  return (
    <Modal
      open={isOpen}
      title={say('newApp')}
      okText={sayHouse('create')}
      confirmLoading={create.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void create.run(fields)}>
        <Form.Item name="name" label={say('name')} extra={say('nameHint')} rules={[{ required: true, max: 40 }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="description" label={say('description')} rules={[{ max: 200 }]}>
          <Input.TextArea maxLength={200} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
