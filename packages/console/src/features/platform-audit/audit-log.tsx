import './audit.css'
import type { AuditVerification } from '@banyan/contract/audit'
import type { AuditFilter } from '@banyan/sdk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { Failure, Waiting } from '../../house/states.tsx'
import { AuditTable } from './audit-table.tsx'

/** What people type; times as the browser's own field gives them. */
type Fields = Partial<Record<'action' | 'actorId' | 'appId' | 'subject' | 'since' | 'until', string>>

export function Page() {
  const say = useTexts('platform-audit')
  const [filter, setFilter] = useState<AuditFilter>({})
  const log = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) => api().audit.listAll({ ...filter, ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  return (
    <PageFrame title={say('audit')} about={say('auditAbout')} actions={<Proofs />}>
      <Form<Fields> layout="vertical" className="audit-filters" onFinish={(fields) => setFilter(filterOf(fields))}>
        <Form.Item name="action" label={say('action')}>
          <Input allowClear placeholder={say('actionHint')} />
        </Form.Item>
        <Form.Item name="actorId" label={say('actor')}>
          <Input allowClear />
        </Form.Item>
        <Form.Item name="appId" label={say('app')}>
          <Input allowClear />
        </Form.Item>
        <Form.Item name="subject" label={say('subject')}>
          <Input allowClear />
        </Form.Item>
        <Form.Item name="since" label={say('since')}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="until" label={say('until')}>
          <Input type="datetime-local" />
        </Form.Item>
        <Button htmlType="submit">{say('filter')}</Button>
      </Form>
      {log.isPending && <Waiting />}
      {log.isError && <Failure error={log.error} retry={() => void log.refetch()} />}
      {log.data && <AuditTable entries={log.data.pages.flatMap(({ items }) => items)} />}
      {log.hasNextPage && (
        <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </PageFrame>
  )
}

function filterOf({ since, until, ...texts }: Fields): AuditFilter {
  const filter: AuditFilter = {}
  for (const name of ['action', 'actorId', 'appId', 'subject'] as const) {
    const text = texts[name]?.trim()
    if (text) filter[name] = text
  }
  if (since) filter.since = new Date(since).toISOString()
  if (until) filter.until = new Date(until).toISOString()
  return filter
}

function Proofs() {
  const say = useTexts('platform-audit')
  const [found, setFound] = useState<AuditVerification>()
  const verify = useAction({ run: () => api().audit.verify(), onDone: setFound, done: null })
  return (
    <>
      <Button loading={verify.isRunning} onClick={() => void verify.run()}>
        {say('verify')}
      </Button>
      <Button href="/api/v1/platform/audit/export" download="audit.ndjson">
        {say('export')}
      </Button>
      {found && <Verdict verification={found} />}
    </>
  )
}

function Verdict({ verification: { isIntact, entries, faults } }: { verification: AuditVerification }) {
  const say = useTexts('platform-audit')
  if (isIntact) return <Alert type="success" showIcon role="status" title={say('intact', { count: entries })} />
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say('tampered', { count: faults.length })}
      description={
        <ul>
          {faults.map(({ fault, position }) => (
            <li key={`${fault} ${position}`}>{say(`faults.${fault}`, { position })}</li>
          ))}
        </ul>
      }
    />
  )
}
