import { appStandings, type AppStanding } from '@banyan/contract/app-standing'
import type { PlatformApp, PlatformAppQuery } from '@banyan/contract/platform-apps'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { EmptyState, Failure, Waiting } from '../../house/states.tsx'
import { AppDecision } from './app-decision.tsx'

type Choice = AppStanding | 'any' | 'appeal'
type Filter = Partial<Pick<PlatformAppQuery, 'search' | 'standing' | 'appeal'>>

const colorOf = {
  normal: 'success',
  hidden: 'default',
  unpublished: 'default',
  suspended: 'error',
  terminated: 'default',
} as const satisfies Record<AppStanding, string>

export function Page() {
  const say = useTexts('platform-apps')
  const [search, setSearch] = useState('')
  const [choice, setChoice] = useState<Choice>('any')
  const filter: Filter = { ...filterOf(choice), ...(search !== '' && { search }) }
  const apps = useInfiniteQuery({
    queryKey: ['platformApps', filter],
    queryFn: ({ pageParam }) => api().platform.apps({ ...filter, ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const choices: readonly { value: Choice; label: string }[] = [
    { value: 'any', label: say('anyStanding') },
    { value: 'appeal', label: say('appealWaiting') },
    ...appStandings.map((value) => ({ value, label: say(`standings.${value}`) })),
  ]
  return (
    <PageFrame title={say('apps')} about={say('appsAbout')}>
      <Flex wrap gap={8}>
        <Input.Search
          allowClear
          className="filter-field"
          aria-label={say('appSearch')}
          placeholder={say('appSearch')}
          maxLength={80}
          enterButton={say('search')}
          onSearch={(text) => setSearch(text.trim())}
        />
        <Select<Choice>
          aria-label={say('standing')}
          className="filter-choice"
          value={choice}
          onChange={setChoice}
          options={[...choices]}
        />
      </Flex>
      {apps.isPending && <Waiting />}
      {apps.isError && <Failure error={apps.error} retry={() => void apps.refetch()} />}
      {apps.data && <AppTable apps={apps.data.pages.flatMap(({ items }) => items)} />}
      {apps.hasNextPage && (
        <Button loading={apps.isFetchingNextPage} onClick={() => void apps.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </PageFrame>
  )
}

function filterOf(choice: Choice): Filter {
  if (choice === 'any') return {}
  return choice === 'appeal' ? { appeal: 'waiting' } : { standing: choice }
}

function AppTable({ apps }: { apps: readonly PlatformApp[] }) {
  const say = useTexts('platform-apps')
  const time = useTimeFormat()
  if (apps.length === 0) return <EmptyState title={say('noApps')} text={say('noAppsText')} />
  return (
    <ScrollBox>
      <Table
        rowKey="id"
        size="small"
        dataSource={[...apps]}
        pagination={false}
        columns={[
          {
            title: say('name'),
            render: (_, { id, name, currentVersion }) => (
              <>
                {currentVersion === null ? (
                  <Typography.Text strong>{name}</Typography.Text>
                ) : (
                  <a href={`/a/${id}/`} target="_blank" rel="noreferrer">
                    {name}
                  </a>
                )}
                <br />
                <code>{id}</code>
              </>
            ),
          },
          { title: say('team'), dataIndex: 'workspaceName' },
          { title: say('standing'), render: (_, app) => <Standing app={app} /> },
          { title: say('version'), render: (_, { currentVersion }) => currentVersion ?? say('notLive') },
          { title: say('createdAt'), render: (_, { createdAt }) => time(createdAt) },
          { title: say('actions'), render: (_, app) => <AppDecision app={app} /> },
        ]}
      />
    </ScrollBox>
  )
}

function Standing({ app: { standing, standingReason, appeal } }: { app: PlatformApp }) {
  const say = useTexts('platform-apps')
  return (
    <Flex vertical gap={4} align="flex-start">
      <Tag color={colorOf[standing]}>{say(`standings.${standing}`)}</Tag>
      {standingReason !== null && <span className="reason">{say('reasonShown', { reason: standingReason })}</span>}
      {appeal !== null && <span className="reason">{say('appealShown', { text: appeal })}</span>}
    </Flex>
  )
}
