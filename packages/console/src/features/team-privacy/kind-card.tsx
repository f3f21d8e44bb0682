import type { PrivacyEntry } from '@banyan/contract/app-profile'
import { dataKindNames } from '@banyan/contract/data-kind-names'
import { App as AntApp, Button, Card, Flex, Form, Input, Tag, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useLanguage, useTexts } from '../../house/language.ts'
import type { NeededKind } from './needed-kinds.ts'

interface KindCardProps {
  appId: string
  needed: NeededKind
  declared: readonly PrivacyEntry[]
}

export function KindCard({ appId, needed, declared }: KindCardProps) {
  const say = useTexts('team-privacy')
  const { notification } = AntApp.useApp()
  const { kind, functions, reason } = needed
  const kindName = dataKindNames.get(kind)?.[useLanguage()] ?? kind
  const others = declared.filter((entry) => entry.kind !== kind)
  const renews = [['apps', appId, 'profile']]
  const declare = useAction({
    run: (entries: readonly PrivacyEntry[]) => api().apps.describe(appId, { privacy: [...entries] }),
    renews,
  })
  const withdraw = useAction({
    run: () => api().apps.describe(appId, { privacy: others }),
    renews,
    done: null,
    onDone: () =>
      notification.info({
        key: `withdrawn-${kind}`,
        title: say('withdrawn', { kind: kindName }),
        actions: (
          <Button
            onClick={() => {
              notification.destroy(`withdrawn-${kind}`)
              void declare.run(declared)
            }}
          >
            {say('undo')}
          </Button>
        ),
      }),
  })
  return (
    <Card>
      <Flex gap={8} wrap align="center">
        <strong>{kindName}</strong>
        <StateTag needed={needed} />
        {functions.length > 0 && (
          <Typography.Text type="secondary">
            {say('usedBy', { functions: functions.map((name) => `wx.${name}`).join(' · ') })}
          </Typography.Text>
        )}
      </Flex>
      <Form
        name={`privacy-${kind}`}
        layout="vertical"
        className="with-gap"
        initialValues={{ reason: reason ?? say(`examples.${kind}`) }}
        onFinish={(fields: { reason: string }) => void declare.run([...others, { kind, reason: fields.reason }])}
      >
        <Form.Item
          name="reason"
          label={say('reason')}
          extra={say('reasonHint', { example: say(`examples.${kind}`) })}
          rules={[{ required: true, whitespace: true, max: 200 }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Flex gap={8} wrap>
          <Button htmlType="submit" type={reason === null ? 'primary' : 'default'} loading={declare.isRunning}>
            {reason === null ? say('declare') : say('change')}
          </Button>
          {reason !== null && (
            <Button loading={withdraw.isRunning} onClick={() => void withdraw.run()}>
              {say('withdraw')}
            </Button>
          )}
        </Flex>
      </Form>
    </Card>
  )
}

function StateTag({ needed: { functions, reason } }: { needed: NeededKind }) {
  const say = useTexts('team-privacy')
  if (reason === null) return <Tag color="warning">{say('missing')}</Tag>
  return functions.length === 0 ? <Tag>{say('unused')}</Tag> : <Tag color="success">{say('declared')}</Tag>
}
