import type { CreateWebhookInput, Webhook } from '@banyan/contract/webhooks'
import { webhookEventTypes } from '@banyan/contract/webhooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Form, Input, Modal, Popconfirm, Select, Switch, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { OnceShown } from '../../house/once-shown.tsx'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

export function Page() {
  const say = useTexts('team-hooks')
  const appId = useParam('appId')
  const [isCreating, setCreating] = useState(false)
  const [secret, setSecret] = useState<string>()
  const webhooks = useQuery({ queryKey: ['apps', appId, 'webhooks'], queryFn: () => api().webhooks.list(appId) })
  return (
    <PageFrame
      title={say('webhooks')}
      about={say('webhooksAbout')}
      actions={
        <Button type="primary" onClick={() => setCreating(true)}>
          {say('newWebhook')}
        </Button>
      }
    >
      {secret !== undefined && <OnceShown title={say('secret')} text={secret} testId="webhook-secret" />}
      <Loaded query={webhooks}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={say('none')} text={say('noneText')} />
          ) : (
            <ul className="timeline">
              {items.map((webhook) => (
                <li key={webhook.id}>
                  <WebhookCard webhook={webhook} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewWebhook appId={appId} isOpen={isCreating} onClose={() => setCreating(false)} onCreated={setSecret} />
    </PageFrame>
  )
}

function WebhookCard({ webhook }: { webhook: Webhook }) {
  const say = useTexts('team-hooks')
  const sayHouse = useTexts()
  const { id, appId, url, description, events, isEnabled } = webhook
  const renews = [['apps', appId, 'webhooks']]
  const enable = useAction({
    run: (isOn: boolean) => api().webhooks.update(appId, id, { isEnabled: isOn }),
    renews,
    done: null,
  })
  const ping = useAction({ run: () => api().webhooks.ping(appId, id), done: say('pinged') })
  const remove = useAction({ run: () => api().webhooks.remove(appId, id), renews })
  return (
    <Card>
      <Flex wrap gap={12} justify="space-between" align="flex-start">
        <div className="grow">
          <Typography.Text strong className="reason">
            {url}
          </Typography.Text>
          <div>{description}</div>
          <Flex wrap gap={4}>
            {events.length === 0 ? (
              <Tag>{say('allEvents')}</Tag>
            ) : (
              events.map((event) => <Tag key={event}>{event}</Tag>)
            )}
          </Flex>
        </div>
        <Flex wrap gap={8} align="center">
          <Switch
            aria-label={`${say('enabled')}: ${url}`}
            checked={isEnabled}
            loading={enable.isRunning}
            onChange={(isOn) => void enable.run(isOn)}
          />
          <Button loading={ping.isRunning} onClick={() => void ping.run()}>
            {say('ping')}
          </Button>
          <Link to={`/apps/${appId}/webhooks/${id}`}>{say('deliveries')}</Link>
          <Popconfirm
            title={say('removeTitle')}
            description={say('removeText')}
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

interface NewWebhookProps {
  appId: string
  isOpen: boolean
  onClose: () => void
  onCreated: (secret: string) => void
}

function NewWebhook({ appId, isOpen, onClose, onCreated }: NewWebhookProps) {
  const say = useTexts('team-hooks')
  const sayHouse = useTexts()
  const [form] = Form.useForm<CreateWebhookInput>()
  const create = useAction({
    run: (input: CreateWebhookInput) => api().webhooks.create(appId, input),
    renews: [['apps', appId, 'webhooks']],
    onDone({ secret }) {
      onCreated(secret)
      form.resetFields()
      onClose()
    },
    done: null,
  })
  const choices = webhookEventTypes.filter((type) => type !== 'ping')
  return (
    <Modal
      open={isOpen}
      title={say('newWebhook')}
      okText={sayHouse('create')}
      confirmLoading={create.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(input) => void create.run(input)}>
        <Form.Item name="url" label={say('url')} extra={say('urlHint')} rules={[{ required: true, type: 'url' }]}>
          <Input type="url" maxLength={2000} />
        </Form.Item>
        <Form.Item name="events" label={say('events')} extra={say('eventsHint')}>
          <Select mode="multiple" options={choices.map((type) => ({ value: type, label: type }))} />
        </Form.Item>
        <Form.Item name="description" label={say('description')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
