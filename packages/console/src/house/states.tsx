/** What stands where the content is not: waiting, failed, empty, not allowed. */
import { ApiError } from '@banyan/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Button, Empty, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTexts, type Say } from './language.ts'
import { houseTexts } from './texts.ts'

export function Waiting() {
  const say = useTexts()
  return (
    <div role="status" aria-label={say('loading')} className="waiting">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  )
}

/** What happened, what to do about it, and the number to quote. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useTexts()
  const { message, fix, reference } = explain(error, say)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={message}
      description={[fix, reference].filter((line) => line !== '').join(' ') || undefined}
      action={retry && <Button onClick={retry}>{say('retry')}</Button>}
    />
  )
}

export interface Explanation {
  message: string
  fix: string
  reference: string
}

export function explain(error: unknown, say: Say): Explanation {
  if (!(error instanceof ApiError)) {
    return { message: say('failed'), fix: error instanceof Error ? error.message : '', reference: '' }
  }
  const lines = (error.issues ?? []).map((issue) => Object.values(issue).join(': '))
  const fix = error.code in houseTexts.zh.fixes ? say(`fixes/${error.code}`, { keySeparator: '/' }) : ''
  return {
    message: [error.message, ...lines].join('; '),
    fix,
    reference: error.requestId === undefined ? '' : say('reference', { id: error.requestId }),
  }
}

/** Shows what a query has come to; `children` gets the data. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.isPending) return <Waiting />
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />
  return <>{children(query.data)}</>
}

/** Says what belongs here and how to get it. */
export function EmptyState({ title, text, action }: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <strong>{title}</strong>
          {text !== undefined && <p>{text}</p>}
        </>
      }
    >
      {action}
    </Empty>
  )
}

export function NotAllowed() {
  const say = useTexts()
  return <Result status="403" title={say('noPermission')} subTitle={say('noPermissionText')} />
}
