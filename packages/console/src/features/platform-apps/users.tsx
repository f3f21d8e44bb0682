import type { PlatformUser } from '@banyan/contract/platform-users'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { EmptyState, Failure, Waiting } from '../../house/states.tsx'

type Kind = PlatformUser['kind']

export function Page() {
  const say = useTexts('platform-apps')
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<Kind | 'any'>('any')
  const filter = { ...(kind !== 'any' && { kind }), ...(search !== '' && { search }) }
  const users = useInfiniteQuery({
    queryKey: ['platformUsers', filter],
    queryFn: ({ pageParam }) => api().platform.users({ ...filter, ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const kinds: readonly Kind[] = ['account', 'guest']
  return (
    <PageFrame title={say('users')} about={say('usersAbout')}>
      <Flex wrap gap={8}>
        <Input.Search
          allowClear
          className="filter-field"
          aria-label={say('userSearch')}
          placeholder={say('userSearch')}
          maxLength={254}
          enterButton={say('search')}
          onSearch={(text) => setSearch(text.trim())}
        />
        <Select<Kind | 'any'>
          aria-label={say('kind')}
          className="filter-choice"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'any', label: say('anyKind') },
            ...kinds.map((value) => ({ value, label: say(`kinds.${value}`) })),
          ]}
        />
      </Flex>
      {users.isPending && <Waiting />}
      {users.isError && <Failure error={users.error} retry={() => void users.refetch()} />}
      {users.data && <UserTable users={users.data.pages.flatMap(({ items }) => items)} />}
      {users.hasNextPage && (
        <Button loading={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </PageFrame>
  )
}

function UserTable({ users }: { users: readonly PlatformUser[] }) {
  const say = useTexts('platform-apps')
  const time = useTimeFormat()
  if (users.length === 0) return <EmptyState title={say('noUsers')} text={say('noUsersText')} />
  return (
    <ScrollBox>
      <Table
        rowKey="id"
        size="small"
        dataSource={[...users]}
        pagination={false}
        columns={[
          {
            title: say('user'),
            render: (_, { id, kind }) => (
              <>
                <Tag>{say(`kinds.${kind}`)}</Tag>
                <br />
                <code>{id}</code>
              </>
            ),
          },
          { title: say('email'), render: (_, { email }) => email ?? '' },
          {
            title: say('appsUsed'),
            render: (_, { apps }) => (
              <Flex vertical>
                {apps.map(({ appId, openId }) => (
                  <span key={appId}>
                    <code>{appId}</code> <code>{openId}</code>
                  </span>
                ))}
              </Flex>
            ),
          },
          { title: say('createdAt'), render: (_, { createdAt }) => time(createdAt) },
          { title: say('lastSeenAt'), render: (_, { lastSeenAt }) => time(lastSeenAt) },
        ]}
      />
    </ScrollBox>
  )
}
