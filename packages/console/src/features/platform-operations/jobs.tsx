import { jobStates, type Job, type JobState } from '@banyan/contract/operations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Select, Table, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { useCan } from '../../house/session.tsx'
import { EmptyState, Failure, Waiting } from '../../house/states.tsx'
import { StateTag } from './state-tag.tsx'

const renewEveryMs = 10_000

export function Page() {
  const say = useTexts('platform-operations')
  const [state, setState] = useState<JobState>()
  const [name, setName] = useState<string>()
  const jobs = useInfiniteQuery({
    queryKey: ['jobs', 'list', state, name],
    queryFn: ({ pageParam }) =>
      api().operations.jobs({
        ...(state !== undefined && { state }),
        ...(name !== undefined && { name }),
        ...(pageParam !== '' && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: renewEveryMs,
  })
  const pages = jobs.data?.pages ?? []
  return (
    <PageFrame title={say('jobs')} about={say('jobsAbout')}>
      <Flex wrap gap={8}>
        <Select
          allowClear
          className="filter"
          aria-label={say('state')}
          placeholder={say('anyState')}
          options={jobStates.map((value) => ({ value, label: say(`states.${value}`) }))}
          onChange={(chosen: JobState | undefined) => setState(chosen)}
        />
        <Select
          allowClear
          className="filter"
          aria-label={say('kind')}
          placeholder={say('anyKind')}
          options={(pages[0]?.names ?? []).map((value) => ({ value, label: value }))}
          onChange={(chosen: string | undefined) => setName(chosen)}
        />
      </Flex>
      {jobs.isPending && <Waiting />}
      {jobs.isError && <Failure error={jobs.error} retry={() => void jobs.refetch()} />}
      {jobs.data && <JobTable jobs={pages.flatMap(({ items }) => items)} />}
      {jobs.hasNextPage && (
        <Button loading={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </PageFrame>
  )
}

function JobTable({ jobs }: { jobs: readonly Job[] }) {
  const say = useTexts('platform-operations')
  const time = useTimeFormat()
  const can = useCan()
  const retry = useAction({
    run: ({ name, id }: Job) => api().operations.retryJob(name, id),
    renews: [['jobs'], ['health']],
  })
  if (jobs.length === 0) return <EmptyState title={say('noJobs')} text={say('noJobsText')} />
  return (
    <ScrollBox>
      <Table
        rowKey="id"
        dataSource={[...jobs]}
        pagination={false}
        columns={[
          { title: say('kind'), dataIndex: 'name' },
          {
            title: say('state'),
            render: (_, job) => <StateTag state={job.state} text={say(`states.${job.state}`)} />,
          },
          { title: say('createdAt'), render: (_, job) => time(job.createdAt) },
          { title: say('endedAt'), render: (_, job) => time(job.endedAt) },
          { title: say('attempts'), render: (_, job) => `${job.retries} / ${job.retryLimit}` },
          {
            title: say('reason'),
            render: (_, job) => <Typography.Text className="reason">{job.error}</Typography.Text>,
          },
          {
            title: say('again'),
            render: (_, job) =>
              job.state === 'failed' &&
              can('platform.edit') && (
                <Button size="small" loading={retry.isRunning} onClick={() => void retry.run(job)}>
                  {say('again')}
                </Button>
              ),
          },
        ]}
      />
    </ScrollBox>
  )
}
