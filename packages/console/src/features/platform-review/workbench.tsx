import './review.css'
import type { Submission, SubmissionState } from '@banyan/contract/review'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Col, Row, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { Queue } from './queue.tsx'
import { useReviewKeys } from './review-keys.ts'
import { SubmissionDesk } from './submission-desk.tsx'

const renewEveryMs = 15_000

export function Page() {
  const say = useTexts('platform-review')
  const [state, setState] = useState<SubmissionState>('waiting')
  const queue = useQuery({
    queryKey: ['review', state],
    queryFn: () => api().review.queue(state),
    refetchInterval: renewEveryMs,
  })
  return (
    <PageFrame
      title={say('review')}
      about={say('reviewAbout')}
      actions={
        <Segmented<SubmissionState>
          aria-label={say('stateLabel')}
          value={state}
          onChange={setState}
          options={[
            { value: 'waiting', label: say('waiting') },
            { value: 'deferred', label: say('deferred') },
          ]}
        />
      }
    >
      <Loaded query={queue}>{(items) => <Workbench items={items} />}</Loaded>
    </PageFrame>
  )
}

function Workbench({ items }: { items: readonly Submission[] }) {
  const say = useTexts('platform-review')
  const navigate = useNavigate()
  const id = useParam('submissionId')
  const index = items.findIndex((item) => item.id === id)
  const open = (item: Submission | undefined) => {
    if (item) void navigate({ to: `/platform/review/${item.appId}/${item.id}` })
  }
  const next = () => open(items[Math.min(index + 1, items.length - 1)])
  const previous = () => open(items[Math.max(index - 1, 0)])
  const chosen = items[index]
  if (items.length === 0) return <EmptyState title={say('empty')} text={say('emptyText')} />
  return (
    <Row gutter={[24, 24]}>
      <Col xs={24} lg={8}>
        <Queue items={items} chosenId={id} />
      </Col>
      <Col xs={24} lg={16}>
        {chosen && <SubmissionDesk key={chosen.id} submission={chosen} next={next} previous={previous} />}
        {!chosen && <NothingChosen isGone={id !== ''} next={next} />}
      </Col>
    </Row>
  )
}

function NothingChosen({ isGone, next }: { isGone: boolean; next: () => void }) {
  const say = useTexts('platform-review')
  useReviewKeys({ j: next })
  return isGone ? <EmptyState title={say('gone')} text={say('goneText')} /> : <EmptyState title={say('chooseOne')} />
}
