/** What cannot be taken back: the app's id is typed once more before. */
import type { App } from '@banyan/contract/apps'
import { useNavigate } from '@tanstack/react-router'
import { Button, Card, Form, Input, Select, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { useMe } from '../../house/session.tsx'

interface TransferFields {
  workspaceId: string
  confirm: string
}

export function TransferCard({ app }: { app: App }) {
  const say = useTexts('team-apps')
  const me = useMe()
  const leave = useLeavingApp()
  const transfer = useAction({
    run: (fields: TransferFields) => api().apps.transfer(app.id, fields),
    onDone: leave,
    done: say('transferred'),
  })
  const others = me.workspaces.filter(({ id }) => id !== app.workspaceId)
  return (
    <Card title={say('transfer')}>
      <Typography.Paragraph type="secondary">{say('transferText')}</Typography.Paragraph>
      {others.length === 0 ? (
        <Typography.Text>{say('noOtherTeam')}</Typography.Text>
      ) : (
        <Form layout="vertical" onFinish={(fields: TransferFields) => void transfer.run(fields)}>
          <Form.Item name="workspaceId" label={say('newTeam')} rules={[{ required: true }]}>
            <Select options={others.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <ConfirmField appId={app.id} />
          <Button danger htmlType="submit" loading={transfer.isRunning}>
            {say('transfer')}
          </Button>
        </Form>
      )}
    </Card>
  )
}

export function TerminateCard({ app }: { app: App }) {
  const say = useTexts('team-apps')
  const leave = useLeavingApp()
  const terminate = useAction({
    run: ({ confirm }: { confirm: string }) => api().apps.terminate(app.id, confirm),
    onDone: leave,
    done: say('terminatedNow'),
  })
  return (
    <Card title={say('terminate')}>
      <Typography.Paragraph type="secondary">{say('terminateText')}</Typography.Paragraph>
      <Form layout="vertical" onFinish={(fields: { confirm: string }) => void terminate.run(fields)}>
        <ConfirmField appId={app.id} />
        <Button danger type="primary" htmlType="submit" loading={terminate.isRunning}>
          {say('terminate')}
        </Button>
      </Form>
    </Card>
  )
}

function ConfirmField({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  return (
    <Form.Item
      name="confirm"
      label={say('confirmId', { id: appId })}
      validateTrigger="onSubmit"
      rules={[
        {
          required: true,
          validator: (_, value) =>
            value === appId ? Promise.resolve() : Promise.reject(new Error(say('confirmIdWrong'))),
        },
      ]}
    >
      <Input autoComplete="off" spellCheck={false} maxLength={64} />
    </Form.Item>
  )
}

function useLeavingApp(): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: '/' })
}
