import type { BackupRecord } from '@banyan/contract/operations'
import { useQuery } from '@tanstack/react-query'
import { Button, Table, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { useCan } from '../../house/session.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { sizeText } from '../../house/size-text.ts'
import { StateTag } from './state-tag.tsx'

const renewEveryMs = 2000

export function Page() {
  const say = useTexts('platform-operations')
  const can = useCan()
  const backups = useQuery({
    queryKey: ['backups'],
    queryFn: () => api().operations.backups(),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? renewEveryMs : false),
  })
  const start = useAction({
    run: () => api().operations.startBackup(),
    renews: [['backups'], ['health']],
    done: say('started'),
  })
  const button = can('platform.edit') && (
    <Button
      type="primary"
      loading={start.isRunning}
      disabled={backups.data?.some(isRunning) ?? false}
      onClick={() => void start.run()}
    >
      {say('start')}
    </Button>
  )
  return (
    <PageFrame title={say('backups')} about={say('backupsAbout')} actions={button}>
      <Loaded query={backups}>{(items) => <Backups items={items} />}</Loaded>
    </PageFrame>
  )
}

const isRunning = ({ state }: BackupRecord): boolean => state === 'running'

function Backups({ items }: { items: readonly BackupRecord[] }) {
  const say = useTexts('platform-operations')
  const time = useTimeFormat()
  if (items.length === 0) return <EmptyState title={say('noBackups')} text={say('noBackupsText')} />
  return (
    <ScrollBox>
      <Table
        rowKey="id"
        dataSource={[...items]}
        pagination={false}
        columns={[
          { title: say('startedAt'), render: (_, backup) => time(backup.startedAt) },
          { title: say('state'), render: (_, backup) => <StateTag state={backup.state} text={say(backup.state)} /> },
          { title: say('endedAt'), render: (_, backup) => time(backup.endedAt) },
          { title: say('rows'), dataIndex: 'rows' },
          { title: say('files'), dataIndex: 'files' },
          { title: say('size'), render: (_, backup) => (backup.bytes === null ? '' : sizeText(backup.bytes)) },
          { title: say('by'), dataIndex: 'startedBy' },
          {
            title: say('folder'),
            render: (_, backup) => <Typography.Text copyable>{backup.folder}</Typography.Text>,
          },
          { title: say('reason'), dataIndex: 'error' },
        ]}
      />
    </ScrollBox>
  )
}
