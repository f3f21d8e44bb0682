import type { GatewayLogEntry } from '@banyan/contract/gateway-log'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Card, Flex, Select, Table, Tag, Typography } from 'antd'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { EmptyState, Failure, Waiting } from '../../house/states.tsx'

export function Page() {
  const say = useTexts('team-gateway')
  const appId = useParam('appId')
  const search: { outcome?: unknown } = useSearch({ strict: false })
  const outcome = search.outcome === 'failed' ? 'failed' : 'all'
  const navigate = useNavigate()
  const log = useInfiniteQuery({
    queryKey: ['apps', appId, 'gateway-log', outcome],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api().gateway.log(appId, { outcome, ...(pageParam === '' ? {} : { cursor: pageParam }) }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const entries = log.data?.pages.flatMap(({ items }) => items) ?? []
  const choose = (chosen: string) =>
    void navigate({ to: `/apps/${appId}/requests`, search: { outcome: chosen }, replace: true })
  return (
    <PageFrame
      title={say('requests')}
      about={say('requestsAbout')}
      actions={
        <>
          <Select
            aria-label={say('show')}
            className="filter"
            value={outcome}
            options={['all', 'failed'].map((value) => ({ value, label: say(value) }))}
            onChange={choose}
          />
          <Button loading={log.isFetching && !log.isPending} onClick={() => void log.refetch()}>
            {say('refresh')}
          </Button>
        </>
      }
    >
      {log.isPending && <Waiting />}
      {log.isError && <Failure error={log.error} retry={() => void log.refetch()} />}
      {log.isSuccess &&
        (entries.length === 0 ? (
          <EmptyState
            title={say(outcome === 'failed' ? 'noneFailed' : 'none')}
            text={outcome === 'failed' ? undefined : say('noneText')}
          />
        ) : (
          <Card>
            <Requests entries={entries} />
            {log.hasNextPage && (
              <Flex justify="center">
                <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
                  {say('more')}
                </Button>
              </Flex>
            )}
          </Card>
        ))}
    </PageFrame>
  )
}

function Requests({ entries }: { entries: readonly GatewayLogEntry[] }) {
  const say = useTexts('team-gateway')
  const time = useTimeFormat()
  return (
    <ScrollBox>
      <Table<GatewayLogEntry>
        size="small"
        rowKey="id"
        dataSource={[...entries]}
        pagination={false}
        columns={[
          { title: say('at'), render: (_, { at }) => time(at) },
          {
            title: say('request'),
            render: (_, { method, url, purpose }) => (
              <>
                <Tag>{purpose === 'request' ? method : `${method} · ${say(`purposes.${purpose}`)}`}</Tag>
                <span className="code reason">{url}</span>
              </>
            ),
          },
          { title: say('result'), render: (_, entry) => <Outcome entry={entry} /> },
          { title: say('duration'), align: 'right', render: (_, { durationMs }) => `${durationMs} ms` },
        ]}
      />
    </ScrollBox>
  )
}

function Outcome({ entry: { status, failure, isCached } }: { entry: GatewayLogEntry }) {
  const say = useTexts('team-gateway')
  if (status === null) return <Typography.Text type="danger">{failure}</Typography.Text>
  return (
    <Flex gap={4}>
      <Tag color={status >= 400 ? 'error' : 'success'}>{status}</Tag>
      {isCached && <Tag>{say('cached')}</Tag>}
    </Flex>
  )
}
