import type { App } from '@banyan/contract/apps'
import { ApiError } from '@banyan/sdk'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Typography } from 'antd'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { useCan } from '../../house/session.tsx'
import { Loaded } from '../../house/states.tsx'
import { Figure } from './figure.tsx'
import { HealthFigure } from './health-figure.tsx'
import { NextStepCard } from './next-step-card.tsx'
import { ProfileCard } from './profile-card.tsx'
import { QuotaCard } from './quota-card.tsx'

export function Page() {
  const appId = useParam('appId')
  const app = useQuery({ queryKey: ['apps', appId], queryFn: () => api().apps.read(appId) })
  return <Loaded query={app}>{(found) => <Home app={found} />}</Loaded>
}

function Home({ app }: { app: App }) {
  const say = useTexts('team-apps')
  const can = useCan()
  const time = useTimeFormat()
  const profile = useQuery({ queryKey: ['apps', app.id, 'profile'], queryFn: () => api().apps.profile(app.id) })
  // Suspended or taken offline, there is nothing behind the address.
  const isOpen = profile.data?.standing === 'normal' || profile.data?.standing === 'hidden'
  return (
    <PageFrame
      title={app.name}
      about={<Typography.Text copyable={{ text: app.id }}>{app.id}</Typography.Text>}
      actions={
        app.currentVersion !== null &&
        isOpen && (
          <Button type="primary" href={`/a/${app.id}/`} target="_blank">
            {say('open')}
          </Button>
        )
      }
    >
      <NextStepCard app={app} />
      <Flex wrap gap={16}>
        <Figure label={say('live')}>{app.currentVersion ?? say('notLive')}</Figure>
        <GrayFigure appId={app.id} />
        <ReviewFigure appId={app.id} />
        <HealthFigure appId={app.id} />
      </Flex>
      <Newest appId={app.id} />
      <QuotaCard appId={app.id} />
      {can('app.edit') && <ProfileCard app={app} />}
      <Typography.Text type="secondary">{say('created', { at: time(app.createdAt) })}</Typography.Text>
    </PageFrame>
  )
}

function GrayFigure({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const gray = useQuery({ queryKey: ['apps', appId, 'gray'], queryFn: () => readGray(appId) })
  return (
    <Figure label={say('gray')}>
      {gray.data
        ? say('grayShare', { version: gray.data.version, percent: gray.data.basisPoints / 100 })
        : say('noGray')}
    </Figure>
  )
}

/** None is no failure here. */
async function readGray(appId: string) {
  try {
    return await api().rollout.read(appId)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'gray.none') return null
    throw error
  }
}

function ReviewFigure({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const submissions = useQuery({ queryKey: ['apps', appId, 'submissions'], queryFn: () => api().review.list(appId) })
  const waiting = submissions.data?.find(({ state }) => state === 'waiting')
  return (
    <Figure label={say('review')}>{waiting ? say('inReview', { version: waiting.version }) : say('noReview')}</Figure>
  )
}

function Newest({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const versions = useQuery({
    queryKey: ['apps', appId, 'versions'],
    queryFn: () => api().releases.listVersions(appId),
  })
  const newest = versions.data?.[0]
  if (newest === undefined) return null
  return (
    <Card title={say('newest')} extra={<Link to={`/apps/${appId}/versions`}>{say('versions')}</Link>}>
      <Flex vertical>
        <strong>{newest.version}</strong>
        <span>{newest.description}</span>
      </Flex>
    </Card>
  )
}
