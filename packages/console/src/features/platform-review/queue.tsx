import type { Submission } from '@banyan/contract/review'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Tag, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { useTexts } from '../../house/language.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

export function Queue({ items, chosenId }: { items: readonly Submission[]; chosenId: string }) {
  const say = useTexts('platform-review')
  return (
    <nav aria-label={say('queue')}>
      <Flex vertical gap={8}>
        {items.map((item) => (
          <Link
            key={item.id}
            to={`/platform/review/${item.appId}/${item.id}`}
            className="card-link"
            aria-current={item.id === chosenId ? 'page' : undefined}
          >
            <Card size="small" hoverable className={item.id === chosenId ? 'chosen' : ''}>
              <Flex justify="space-between" gap={8} wrap>
                <Typography.Text strong>
                  {item.appId} {item.version}
                </Typography.Text>
                <DueTag dueAt={item.dueAt} />
              </Flex>
              <Typography.Text type="secondary">
                {item.assignedTo === null ? item.submittedBy : say('assignedTo', { name: item.assignedTo })}
              </Typography.Text>{' '}
              {item.isAppealed && <Tag color="warning">{say('appealed')}</Tag>}
            </Card>
          </Link>
        ))}
      </Flex>
    </nav>
  )
}

/** The clock of the promise to the developer; goes on by itself. */
export function DueTag({ dueAt }: { dueAt: string }) {
  const say = useTexts('platform-review')
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs)
    return () => clearInterval(timer)
  }, [])
  const leftMs = new Date(dueAt).getTime() - now
  const size = Math.abs(leftMs)
  const time =
    size >= hourMs
      ? say('hours', { count: Math.floor(size / hourMs) })
      : say('minutes', { count: Math.floor(size / minuteMs) })
  return <Tag color={leftMs < 0 ? 'error' : 'default'}>{say(leftMs < 0 ? 'late' : 'dueIn', { time })}</Tag>
}
