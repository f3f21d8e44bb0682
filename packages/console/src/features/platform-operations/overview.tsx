import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan } from '../../house/session.tsx'
import { Loaded } from '../../house/states.tsx'
import { StateTag } from './state-tag.tsx'

const mostShown = 100

export function Page() {
  const say = useTexts('platform-operations')
  const can = useCan()
  return (
    <PageFrame title={say('overview')} about={say('overviewAbout')}>
      <Flex wrap gap={16}>
        {can('review.decide') && <Reviews />}
        {can('team.verify') && <Teams />}
        <BeforePublic />
        <FailedJobs />
        <SystemState />
      </Flex>
    </PageFrame>
  )
}

function Reviews() {
  const say = useTexts('platform-operations')
  const queue = useQuery({ queryKey: ['review', 'waiting'], queryFn: () => api().review.queue('waiting') })
  return (
    <Figure label={say('waitingReviews')} to="/platform/review">
      <Loaded query={queue}>
        {(items) => {
          const count = items.filter(({ isLate }) => isLate).length
          return <Value note={count > 0 ? say('lateReviews', { count }) : say('noneLate')}>{items.length}</Value>
        }}
      </Loaded>
    </Figure>
  )
}

function Teams() {
  const say = useTexts('platform-operations')
  const teams = useQuery({
    queryKey: ['verifications', 'submitted'],
    queryFn: () => api().teams.verifications('submitted'),
  })
  return (
    <Figure label={say('waitingTeams')} to="/platform/teams">
      <Loaded query={teams}>{(items) => <Value>{items.length}</Value>}</Loaded>
    </Figure>
  )
}

function BeforePublic() {
  const say = useTexts('platform-operations')
  const can = useCan()
  const readiness = useQuery({ queryKey: ['readiness'], queryFn: () => api().operations.readiness() })
  if (!can('platform.edit') || readiness.data?.items.every(({ isDone }) => isDone) === true) return null
  return (
    <Figure label={say('beforePublic')} to="/platform/setup" search={{ step: 'checklist' }}>
      <Loaded query={readiness}>
        {({ items }) => <Value>{say('leftToDo', { count: items.filter(({ isDone }) => !isDone).length })}</Value>}
      </Loaded>
    </Figure>
  )
}

function FailedJobs() {
  const say = useTexts('platform-operations')
  const jobs = useQuery({
    queryKey: ['jobs', 'failed'],
    queryFn: () => api().operations.jobs({ state: 'failed', limit: mostShown }),
  })
  return (
    <Figure label={say('failedJobs')} to="/platform/jobs">
      <Loaded query={jobs}>
        {({ items, nextCursor }) => <Value>{nextCursor === null ? items.length : `${mostShown}+`}</Value>}
      </Loaded>
    </Figure>
  )
}

function SystemState() {
  const say = useTexts('platform-operations')
  const health = useQuery({ queryKey: ['health'], queryFn: () => api().operations.health() })
  return (
    <Figure label={say('systemState')} to="/platform/health">
      <Loaded query={health}>{({ state }) => <StateTag state={state} text={say(state)} />}</Loaded>
    </Figure>
  )
}

interface FigureProps {
  label: string
  to: string
  search?: { step: string }
  children: ReactNode
}

function Figure({ label, to, search, children }: FigureProps) {
  const say = useTexts('platform-operations')
  return (
    <Card className="figure">
      <Typography.Text type="secondary">{label}</Typography.Text>
      {children}
      <Link to={to} {...(search && { search })} aria-label={`${say('look')}: ${label}`}>
        {say('look')}
      </Link>
    </Card>
  )
}

function Value({ note, children }: { note?: string; children: ReactNode }) {
  return (
    <>
      <div className="figure-value">{children}</div>
      {note !== undefined && <div>{note}</div>}
    </>
  )
}
