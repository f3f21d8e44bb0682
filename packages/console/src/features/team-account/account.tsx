import type { ChangePasswordInput } from '@banyan/contract/identity'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Tag, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { makePasskey } from '../../house/passkey.ts'
import { useMe } from '../../house/session.tsx'
import { Loaded } from '../../house/states.tsx'
import { SecondFactor } from './second-factor.tsx'

export function Page() {
  const say = useTexts('team-account')
  const me = useMe()
  return (
    <PageFrame title={say('account')} about={`${me.name} · ${me.email ?? ''}`}>
      <SecondFactor />
      <Passkeys />
      <Password />
      <Sessions />
    </PageFrame>
  )
}

function Passkeys() {
  const say = useTexts('team-account')
  const sayHouse = useTexts()
  const time = useTimeFormat()
  const renews = [['passkeys']]
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: () => api().account.passkeys() })
  const add = useAction({
    async run() {
      const { options } = await api().account.startPasskey()
      return api().account.addPasskey({ name: navigator.platform || 'Passkey', response: await makePasskey(options) })
    },
    renews,
  })
  const remove = useAction({ run: (id: string) => api().account.removePasskey(id), renews })
  return (
    <Card title={say('passkeys')}>
      <p>{say('passkeysText')}</p>
      <Loaded query={passkeys}>
        {(items) =>
          items.map(({ id, name, createdAt }) => (
            <Flex key={id} gap={12} align="center">
              <span className="grow">{`${name} · ${time(createdAt)}`}</span>
              <Button danger onClick={() => void remove.run(id)}>
                {sayHouse('remove')}
              </Button>
            </Flex>
          ))
        }
      </Loaded>
      <Button onClick={() => void add.run()} loading={add.isRunning}>
        {say('addPasskey')}
      </Button>
    </Card>
  )
}

function Password() {
  const say = useTexts('team-account')
  const sayHouse = useTexts()
  const [form] = Form.useForm<ChangePasswordInput>()
  const change = useAction({
    run: (input: ChangePasswordInput) => api().account.changePassword(input),
    renews: [['sessions']],
    onDone: () => form.resetFields(),
  })
  return (
    <Card title={say('password')}>
      <Form form={form} layout="vertical" onFinish={(fields) => void change.run(fields)}>
        <Form.Item name="password" label={say('newPassword')} rules={[{ required: true, min: 10, max: 128 }]}>
          <Input.Password autoComplete="new-password" visibilityToggle={false} />
        </Form.Item>
        <Button htmlType="submit" loading={change.isRunning}>
          {sayHouse('save')}
        </Button>
      </Form>
    </Card>
  )
}

function Sessions() {
  const say = useTexts('team-account')
  const time = useTimeFormat()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api().account.sessions() })
  const end = useAction({ run: (id: string | undefined) => api().account.revokeSession(id), renews: [['sessions']] })
  return (
    <Card title={say('sessions')}>
      <Loaded query={sessions}>
        {(items) => (
          <Flex vertical gap={12}>
            {items.map(({ id, deviceName, lastSeenAt, isCurrent }) => (
              <Flex key={id} gap={12} align="center" wrap>
                <div className="grow">
                  <span>{deviceName}</span> {isCurrent && <Tag color="success">{say('thisDevice')}</Tag>}
                  <div>
                    <Typography.Text type="secondary">{say('lastSeen', { at: time(lastSeenAt) })}</Typography.Text>
                  </div>
                </div>
                {!isCurrent && <Button onClick={() => void end.run(id)}>{say('signOutDevice')}</Button>}
              </Flex>
            ))}
            {items.length > 1 && (
              <Button danger onClick={() => void end.run(undefined)}>
                {say('signOutOthers')}
              </Button>
            )}
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}
