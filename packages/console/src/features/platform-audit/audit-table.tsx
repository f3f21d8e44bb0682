import type { AuditEntry } from '@banyan/contract/audit'
import { Table, Typography } from 'antd'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { EmptyState } from '../../house/states.tsx'

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const say = useTexts('platform-audit')
  const time = useTimeFormat()
  if (entries.length === 0) return <EmptyState title={say('none')} text={say('noneText')} />
  return (
    <ScrollBox>
      <Table
        rowKey="id"
        size="small"
        dataSource={[...entries]}
        pagination={false}
        columns={[
          { title: say('place'), dataIndex: 'position' },
          { title: say('at'), render: (_, entry) => time(entry.at) },
          { title: say('who'), render: (_, entry) => <span title={entry.actor.id}>{entry.actor.name}</span> },
          { title: say('action'), render: (_, entry) => <code>{entry.action}</code> },
          { title: say('app'), dataIndex: 'appId' },
          { title: say('subject'), dataIndex: 'subject' },
          {
            title: say('details'),
            render: (_, entry) => (
              <Typography.Text className="reason" code>
                {JSON.stringify(entry.details)}
              </Typography.Text>
            ),
          },
        ]}
      />
    </ScrollBox>
  )
}
