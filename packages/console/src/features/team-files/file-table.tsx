import { FileOutlined, FolderFilled, PictureOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { sizeText } from '../../house/size-text.ts'
import type { Entry } from './folder-view.ts'

interface FileTableProps {
  entries: readonly Entry[]
  onOpen: (entry: Entry) => void
}

export function FileTable({ entries, onOpen }: FileTableProps) {
  const say = useTexts('team-files')
  const time = useTimeFormat()
  return (
    <ScrollBox>
      <Table<Entry>
        size="small"
        rowKey={({ kind, name }) => `${kind} ${name}`}
        dataSource={[...entries]}
        pagination={false}
        columns={[
          { title: say('name'), render: (_, entry) => <EntryButton entry={entry} onOpen={() => onOpen(entry)} /> },
          {
            title: say('size'),
            align: 'right',
            render: (_, entry) => entry.kind === 'file' && sizeText(entry.file.sizeBytes),
          },
          {
            title: say('changed'),
            responsive: ['md'],
            render: (_, entry) => entry.kind === 'file' && time(entry.file.createdAt),
          },
        ]}
      />
    </ScrollBox>
  )
}

function EntryButton({ entry, onOpen }: { entry: Entry; onOpen: () => void }) {
  const say = useTexts('team-files')
  const label = entry.kind === 'folder' ? say('folder', { name: entry.name }) : undefined
  return (
    <Button type="link" className="entry" icon={<EntryIcon entry={entry} />} aria-label={label} onClick={onOpen}>
      <span className="reason">{entry.name}</span>
    </Button>
  )
}

function EntryIcon({ entry }: { entry: Entry }) {
  if (entry.kind === 'folder') return <FolderFilled />
  return entry.file.mediaType.startsWith('image/') ? <PictureOutlined /> : <FileOutlined />
}
