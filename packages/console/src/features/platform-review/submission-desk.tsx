import type { CheckResult, Submission } from '@banyan/contract/review'
import { App as AntApp, Button, Card, Collapse, Flex, Tag, Typography } from 'antd'
import { useMemo, useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PagePictures } from './page-pictures.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { DueTag } from './queue.tsx'
import { RefuseDialog, type Refusal } from './refuse-dialog.tsx'
import { useReviewKeys } from './review-keys.ts'
import { Thread } from './thread.tsx'

const renews = [['review']] as const

export interface SubmissionDeskProps {
  submission: Submission
  next: () => void
  previous: () => void
}

export function SubmissionDesk({ submission, next, previous }: SubmissionDeskProps) {
  const say = useTexts('platform-review')
  const time = useTimeFormat()
  const { modal } = AntApp.useApp()
  const { appId, id, version } = submission
  const [refusal, setRefusal] = useState<Refusal>()
  const claim = useAction({ run: () => api().review.claim(appId, id), renews, done: say('claimed') })
  const approve = useAction({
    run: () => api().review.decide(appId, id, { decision: 'approve' }),
    renews,
    done: say('approved'),
    onDone: next,
  })
  const { run: runClaim } = claim
  const { run: runApprove } = approve
  const keys = useMemo(() => {
    const askToApprove = () =>
      void modal.confirm({
        title: say('approveText', { version }),
        okText: say('approve'),
        onOk: () => runApprove(),
      })
    return {
      j: next,
      k: previous,
      c: () => void runClaim(),
      a: askToApprove,
      r: () => setRefusal('reject'),
      d: () => setRefusal('defer'),
    }
  }, [modal, next, previous, runApprove, runClaim, say, version])
  useReviewKeys(keys)
  return (
    <Flex vertical gap={16}>
      <Flex justify="space-between" wrap gap={12}>
        <div>
          <Typography.Title level={2} className="desk-title">
            {appId} {version}
          </Typography.Title>
          <Typography.Text type="secondary">
            {say('by', { name: submission.submittedBy, at: time(submission.submittedAt) })}
          </Typography.Text>
        </div>
        <Flex gap={8} wrap align="center">
          <DueTag dueAt={submission.dueAt} />
          {submission.approvalsNeeded > 1 && (
            <Tag>{say('approvals', { have: submission.approvals, need: submission.approvalsNeeded })}</Tag>
          )}
          <Button loading={claim.isRunning} onClick={keys.c}>
            {say('claim')}
          </Button>
          <Button type="primary" loading={approve.isRunning} onClick={keys.a}>
            {say('approve')}
          </Button>
          <Button danger onClick={keys.r}>
            {say('reject')}
          </Button>
          <Button onClick={keys.d}>{say('defer')}</Button>
        </Flex>
      </Flex>
      {submission.note !== '' && (
        <Card size="small" title={say('note')}>
          <Typography.Paragraph className="written">{submission.note}</Typography.Paragraph>
        </Card>
      )}
      <Card size="small" title={say('checks')}>
        <Checks checks={submission.checks} />
      </Card>
      <PhoneFrame submission={submission} />
      <Card size="small" title={say('pages')}>
        <PagePictures appId={appId} version={version} />
      </Card>
      <Card size="small" title={say('thread')}>
        <Thread submission={submission} />
      </Card>
      <RefuseDialog submission={submission} refusal={refusal} onClose={() => setRefusal(undefined)} onDone={next} />
    </Flex>
  )
}

const outcomeColors = {
  passed: 'success',
  warning: 'warning',
  failed: 'error',
  skipped: 'default',
  pending: 'processing',
} as const

function Checks({ checks }: { checks: readonly CheckResult[] }) {
  const say = useTexts('platform-review')
  return (
    <Collapse
      size="small"
      ghost
      items={checks.map(({ check, outcome, summary, evidence }) => ({
        key: check,
        collapsible: evidence.length === 0 ? 'disabled' : 'header',
        label: (
          <Flex gap={8} wrap>
            <Tag color={outcomeColors[outcome]}>{say(`outcomes.${outcome}`)}</Tag>
            <span>
              {check}: {summary}
            </span>
          </Flex>
        ),
        children: (
          <ul>
            {evidence.map(({ where, what }) => (
              <li key={`${where} ${what}`}>
                <code>{where}</code> {what}
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  )
}
