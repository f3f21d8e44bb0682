import type { ApproveDeviceInput } from '@banyan/contract/sign-in'
import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Alert, Button, Card, Form, Input, Radio, Result, Select } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api, chooseWorkspace } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan, useMe } from '../../house/session.tsx'

interface Fields {
  userCode: string
  role: NonNullable<ApproveDeviceInput['role']>
}

/** Where a program without a browser sends its person: the code that it shows makes it a key of this team. */
export function Page() {
  const say = useTexts('team-account')
  const [isApproved, setApproved] = useState(false)
  return (
    <PageFrame title={say('device')} about={say('deviceAbout')}>
      <Card className="narrow-card">
        {isApproved ? (
          <Result
            status="success"
            title={say('deviceApproved')}
            subTitle={say('deviceApprovedText')}
            extra={<Button onClick={() => setApproved(false)}>{say('anotherDevice')}</Button>}
          />
        ) : (
          <Approval onApproved={() => setApproved(true)} />
        )}
      </Card>
    </PageFrame>
  )
}

function Approval({ onApproved }: { onApproved: () => void }) {
  const say = useTexts('team-account')
  const mayMakeKeys = useCan()('key.manage')
  const search: { code?: unknown } = useSearch({ strict: false })
  const approve = useAction({
    run: (fields: Fields) => api().identity.approveDevice({ ...fields, userCode: fields.userCode.trim() }),
    renews: [['keys']],
    onDone: onApproved,
    done: null,
  })
  return (
    <>
      <Teams />
      {mayMakeKeys ? (
        <Form<Fields>
          layout="vertical"
          initialValues={{ userCode: typeof search.code === 'string' ? search.code : '', role: 'developer' }}
          onFinish={(fields) => void approve.run(fields)}
        >
          <Form.Item
            name="userCode"
            label={say('deviceCode')}
            extra={say('deviceCodeHint')}
            normalize={(text: string) => text.toUpperCase()}
            rules={[{ required: true, whitespace: true, min: 8, max: 12 }]}
          >
            <Input
              className="device-code code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={12}
              placeholder={say('deviceCodeExample')}
            />
          </Form.Item>
          <Form.Item name="role" label={say('deviceRole')}>
            <Radio.Group
              vertical
              options={(['developer', 'admin'] as const).map((role) => ({
                value: role,
                label: say(`deviceRoles.${role}`),
              }))}
            />
          </Form.Item>
          <Alert type="warning" showIcon title={say('deviceWarning')} />
          <Button className="with-gap" type="primary" htmlType="submit" loading={approve.isRunning}>
            {say('approve')}
          </Button>
        </Form>
      ) : (
        <Alert type="error" showIcon title={say('deviceRefused')} description={say('deviceRefusedText')} />
      )}
    </>
  )
}

/** The key is one of a team, so whoever is in several says of which. */
function Teams() {
  const say = useTexts('team-account')
  const me = useMe()
  const queries = useQueryClient()
  if (me.workspaces.length < 2) return null
  const choose = (workspaceId: string) => {
    chooseWorkspace(workspaceId)
    void queries.resetQueries()
  }
  return (
    <Form layout="vertical">
      <Form.Item label={say('deviceTeam')}>
        <Select
          aria-label={say('deviceTeam')}
          value={me.workspaceId}
          options={me.workspaces.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={choose}
        />
      </Form.Item>
    </Form>
  )
}
