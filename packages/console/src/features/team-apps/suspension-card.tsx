import type { AppProfile } from '@banyan/contract/app-profile'
import { Alert, Button, Form, Input } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'

/** Why the platform has suspended a mini-program, and the one appeal against it. */
export function SuspensionCard({ profile }: { profile: AppProfile }) {
  const say = useTexts('team-apps')
  const time = useTimeFormat()
  const { appId, standingReason, appeal, appealUntil } = profile
  const send = useAction({
    run: ({ text }: { text: string }) => api().apps.appeal(appId, text),
    renews: [['apps', appId, 'profile']],
  })
  return (
    <Alert
      showIcon
      type="warning"
      title={say('suspended')}
      description={
        <>
          <p>{standingReason}</p>
          {appeal !== null && <p>{say('appealed', { text: appeal })}</p>}
          {appeal === null && appealUntil !== null && (
            <Form layout="vertical" onFinish={(fields: { text: string }) => void send.run(fields)}>
              <Form.Item
                name="text"
                label={say('appeal', { at: time(appealUntil) })}
                rules={[{ required: true, whitespace: true, max: 5000 }]}
              >
                <Input.TextArea rows={3} maxLength={5000} />
              </Form.Item>
              <Button htmlType="submit" loading={send.isRunning}>
                {say('sendAppeal')}
              </Button>
            </Form>
          )}
        </>
      }
    />
  )
}
