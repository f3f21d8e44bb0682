import type { Delivery } from '@banyan/contract/webhooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Tag, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Failure, Waiting } from '../../house/states.tsx'

const colors = { waiting: 'processing', delivered: 'success', failed: 'error' } as const

export function Page() {
  const say = useTexts('team-hooks')
  const appId = useParam('appId')
  const webhookId = useParam('webhookId')
  const log = useInfiniteQuery({
    queryKey: ['apps', appId, 'deliveries', webhookId],
    initialPageParam: '',
    queryFn: ({ pageParam }) => api().webhooks.deliveries(appId, webhookId, pageParam === '' ? undefined : pageParam),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const items = log.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <PageFrame
      title={say('deliveries')}
      about={say('deliveriesAbout')}
      actions={
        <Flex gap={12} align="center">
          <Link to={`/apps/${appId}/webhooks`}>{say('webhooks')}</Link>
          <Button onClick={() => void log.refetch()}>{say('refresh')}</Button>
        </Flex>
      }
    >
      {log.isPending && <Waiting />}
      {log.isError && <Failure error={log.error} retry={() => void log.refetch()} />}
      {log.isSuccess && items.length === 0 && <EmptyState title={say('noDeliveries')} text={say('noDeliveriesText')} />}
      <ol className="timeline">
        {items.map((delivery) => (
          <li key={delivery.id}>
            <DeliveryCard appId={appId} delivery={delivery} />
          </li>
        ))}
      </ol>
      {log.hasNextPage && (
        <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </PageFrame>
  )
}

function DeliveryCard({ appId, delivery }: { appId: string; delivery: Delivery }) {
  const say = useTexts('team-hooks')
  const time = useTimeFormat()
  const { id, eventType, state, attempts, status, error, at, body } = delivery
  const resend = useAction({
    run: () => api().webhooks.resend(appId, id),
    renews: [['apps', appId, 'deliveries']],
  })
  return (
    <Card size="small">
      <Flex wrap gap={8} align="center" justify="space-between">
        <Flex wrap gap={8} align="center">
          <strong>{eventType}</strong>
          <Tag color={colors[state]}>{say(`states.${state}`)}</Tag>
          {status !== null && <Tag>{say('answered', { status })}</Tag>}
          <Typography.Text type="secondary">{`${time(at)} · ${say('attempts', { count: attempts })}`}</Typography.Text>
        </Flex>
        {state !== 'waiting' && (
          <Button size="small" loading={resend.isRunning} onClick={() => void resend.run()}>
            {say('resend')}
          </Button>
        )}
      </Flex>
      {error !== null && <Typography.Text type="danger">{error}</Typography.Text>}
      <details>
        <summary>{say('body')}</summary>
        <Typography.Paragraph code copyable className="written">
          {body}
        </Typography.Paragraph>
      </details>
    </Card>
  )
}
