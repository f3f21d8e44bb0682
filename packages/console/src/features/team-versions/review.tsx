import type { CheckResult, Submission, SubmissionState } from '@banyan/contract/review'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Tag, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

const colors: Readonly<Record<SubmissionState, string>> = {
  waiting: 'warning',
  approved: 'success',
  rejected: 'error',
  deferred: 'warning',
  withdrawn: 'default',
}
const outcomeColors: Readonly<Record<CheckResult['outcome'], string>> = {
  passed: 'success',
  warning: 'warning',
  failed: 'error',
  skipped: 'default',
  pending: 'processing',
}

export function Page() {
  const say = useTexts('team-versions')
  const appId = useParam('appId')
  const submissions = useQuery({ queryKey: ['apps', appId, 'submissions'], queryFn: () => api().review.list(appId) })
  return (
    <PageFrame title={say('review')} about={say('reviewAbout')}>
      <Loaded query={submissions}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={say('noReview')} text={say('noReviewText')} />
          ) : (
            items.map((submission) => <SubmissionCard key={submission.id} submission={submission} />)
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function SubmissionCard({ submission }: { submission: Submission }) {
  const say = useTexts('team-versions')
  const time = useTimeFormat()
  const { appId, id } = submission
  const withdraw = useAction({ run: () => api().review.withdraw(appId, id), renews: [['apps', appId]] })
  return (
    <Card
      title={
        <Flex gap={8} align="center">
          <span>{submission.version}</span>
          <Tag color={colors[submission.state]}>{say(`reviewStates.${submission.state}`)}</Tag>
        </Flex>
      }
      extra={submission.state === 'waiting' && <Button onClick={() => void withdraw.run()}>{say('withdraw')}</Button>}
    >
      {submission.state === 'waiting' && <p>{say('due', { at: time(submission.dueAt) })}</p>}
      {submission.reason !== null && <p>{say('reason', { reason: submission.reason })}</p>}
      {submission.note !== '' && <p>{submission.note}</p>}
      <h2 className="small-title">{say('checks')}</h2>
      <Flex vertical gap={4}>
        {submission.checks.map(({ check, outcome, summary, evidence }) => (
          <div key={check}>
            <Tag color={outcomeColors[outcome]}>{say(`outcomes.${outcome}`)}</Tag>
            <span>{summary}</span>
            {evidence.map(({ where, what }) => (
              <div key={`${where} ${what}`}>
                <Typography.Text type="secondary">{`${where} ${what}`}</Typography.Text>
              </div>
            ))}
          </div>
        ))}
      </Flex>
      <Thread submission={submission} />
    </Card>
  )
}

function Thread({ submission: { appId, id, messages } }: { submission: Submission }) {
  const say = useTexts('team-versions')
  const time = useTimeFormat()
  const [form] = Form.useForm<{ text: string }>()
  const answer = useAction({
    run: ({ text }: { text: string }) => api().review.answer(appId, id, text),
    renews: [['apps', appId, 'submissions']],
    onDone: () => form.resetFields(),
    done: null,
  })
  return (
    <>
      <h2 className="small-title">{say('thread')}</h2>
      {messages.map(({ side, author, text, at }) => (
        <p key={at + text}>
          <strong>{`${author} (${say(`sides.${side}`)})`}</strong>{' '}
          <Typography.Text type="secondary">{time(at)}</Typography.Text>
          <br />
          {text}
        </p>
      ))}
      <Form form={form} layout="vertical" onFinish={(fields) => void answer.run(fields)}>
        <Form.Item name="text" label={say('answer')} rules={[{ required: true, max: 5000 }]}>
          <Input.TextArea rows={2} maxLength={5000} />
        </Form.Item>
        <Button htmlType="submit" loading={answer.isRunning}>
          {say('send')}
        </Button>
      </Form>
    </>
  )
}
