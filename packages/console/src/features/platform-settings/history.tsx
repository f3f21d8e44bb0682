import type { SettingChange } from '@banyan/contract/settings'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Table } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { useCan } from '../../house/session.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

export function History() {
  const say = useTexts('platform-settings')
  const history = useQuery({ queryKey: ['settingHistory'], queryFn: () => api().settings.history() })
  return (
    <Card size="small" title={say('history')}>
      <Loaded query={history}>{({ items }) => <Changes items={items} />}</Loaded>
    </Card>
  )
}

function Changes({ items }: { items: readonly SettingChange[] }) {
  const say = useTexts('platform-settings')
  const time = useTimeFormat()
  const can = useCan()
  const undo = useAction({
    run: ({ key, before }: SettingChange) => api().settings.set(key, before ?? null),
    renews: [['settings'], ['settingHistory']],
    done: say('undone'),
  })
  const show = (value: unknown) => (value === null || value === undefined ? say('byDefault') : JSON.stringify(value))
  if (items.length === 0) return <EmptyState title={say('none')} text={say('noneText')} />
  return (
    <ScrollBox>
      <Table
        rowKey="id"
        size="small"
        dataSource={[...items]}
        pagination={false}
        columns={[
          { title: say('at'), render: (_, change) => time(change.at) },
          { title: say('who'), dataIndex: 'by' },
          { title: say('key'), render: (_, change) => <code>{change.key}</code> },
          { title: say('before'), render: (_, change) => <code className="reason">{show(change.before)}</code> },
          { title: say('after'), render: (_, change) => <code className="reason">{show(change.after)}</code> },
          {
            title: say('undo'),
            render: (_, change) =>
              can('platform.edit') && (
                <Button size="small" loading={undo.isRunning} onClick={() => void undo.run(change)}>
                  {say('undo')}
                </Button>
              ),
          },
        ]}
      />
    </ScrollBox>
  )
}
