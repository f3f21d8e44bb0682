import type { Verification } from '@banyan/contract/teams'
import { useQuery } from '@tanstack/react-query'
import { App as AntApp, Button, Card, Descriptions, Flex, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

type State = Verification['state']
const renews = [['verifications']] as const
const reasonMaxLength = 1000

export function Page() {
  const say = useTexts('platform-teams')
  const [state, setState] = useState<State>('submitted')
  const found = useQuery({ queryKey: ['verifications', state], queryFn: () => api().teams.verifications(state) })
  const states: readonly State[] = ['submitted', 'verified', 'rejected']
  return (
    <PageFrame
      title={say('teams')}
      about={say('teamsAbout')}
      actions={
        <Segmented<State>
          aria-label={say('stateLabel')}
          value={state}
          onChange={setState}
          options={states.map((value) => ({ value, label: say(`states.${value}`) }))}
        />
      }
    >
      <Loaded query={found}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={say('none')} text={say('noneText')} />
          ) : (
            items.map((item) => <Application key={item.workspaceId} verification={item} />)
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Application({ verification }: { verification: Verification }) {
  const say = useTexts('platform-teams')
  const time = useTimeFormat()
  const { workspaceId, teamName, kind, legalName, registrationNumber, documents, state, reason } = verification
  return (
    <Card title={teamName} extra={state === 'submitted' && <Decision verification={verification} />}>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'name', label: say('legalName'), children: `${legalName} (${say(`kinds.${kind}`)})` },
          { key: 'number', label: say('registrationNumber'), children: registrationNumber ?? '' },
          { key: 'at', label: say('submittedAt'), children: time(verification.submittedAt) },
          {
            key: 'documents',
            label: say('documents'),
            children: (
              <Flex vertical>
                {documents.map(({ id, mediaType, sizeBytes }, index) => (
                  <a
                    key={id}
                    href={`/api/v1/verifications/${encodeURIComponent(workspaceId)}/documents/${id}`}
                    download
                  >
                    {say('document', {
                      number: index + 1,
                      kind: mediaType,
                      size: Math.ceil(sizeBytes / 1024),
                    })}
                  </a>
                ))}
              </Flex>
            ),
          },
          ...(reason === null ? [] : [{ key: 'reason', label: say('reason'), children: reason }]),
        ]}
      />
    </Card>
  )
}

function Decision({ verification: { workspaceId, teamName, legalName } }: { verification: Verification }) {
  const say = useTexts('platform-teams')
  const { modal } = AntApp.useApp()
  const [isRefusing, setRefusing] = useState(false)
  const [form] = Form.useForm<{ reason: string }>()
  const verify = useAction({
    run: () => api().teams.decideVerification(workspaceId, { state: 'verified' }),
    renews,
    done: say('verified'),
  })
  const reject = useAction({
    run: ({ reason }: { reason: string }) => api().teams.decideVerification(workspaceId, { state: 'rejected', reason }),
    renews,
    done: say('rejected'),
    onDone: () => setRefusing(false),
  })
  const ask = () =>
    void modal.confirm({
      title: say('verifyText', { team: teamName, name: legalName }),
      okText: say('verify'),
      onOk: () => verify.run(),
    })
  return (
    <Flex gap={8} wrap>
      <Button type="primary" loading={verify.isRunning} onClick={ask}>
        {say('verify')}
      </Button>
      <Button danger onClick={() => setRefusing(true)}>
        {say('reject')}
      </Button>
      <Modal
        open={isRefusing}
        title={say('reject')}
        okText={say('reject')}
        confirmLoading={reject.isRunning}
        onOk={form.submit}
        onCancel={() => setRefusing(false)}
      >
        <Form form={form} layout="vertical" onFinish={(fields) => void reject.run(fields)}>
          <Form.Item
            name="reason"
            label={say('reason')}
            extra={say('reasonHint')}
            rules={[{ required: true, whitespace: true, max: reasonMaxLength }]}
          >
            <Input.TextArea rows={3} maxLength={reasonMaxLength} />
          </Form.Item>
        </Form>
      </Modal>
    </Flex>
  )
}
