import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { App as AntApp, Breadcrumb, Button, Card, Flex, Input, Progress, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { DropZone } from '../../house/drop-zone.tsx'
import { FileButton } from '../../house/file-button.tsx'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { sizeText } from '../../house/size-text.ts'
import { EmptyState, Failure, Waiting } from '../../house/states.tsx'
import { FileDetails } from './file-details.tsx'
import { FileTable } from './file-table.tsx'
import { folderTrail, readFolder, type Entry, type FolderPage } from './folder-view.ts'
import { sendFile } from './send-file.ts'

export function Page() {
  const say = useTexts('team-files')
  const appId = useParam('appId')
  const search: { folder?: unknown; name?: unknown } = useSearch({ strict: false })
  const folder = typeof search.folder === 'string' ? search.folder : ''
  const name = typeof search.name === 'string' ? search.name : ''
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string>()
  const list = useInfiniteQuery({
    queryKey: ['apps', appId, 'files', folder, name],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? undefined : pageParam
      return readFolder((filter) => api().files.list(appId, filter), { folder, name, cursor })
    },
    getNextPageParam: ({ cursor }) => cursor,
  })
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? []
  const uploading = useUploading(appId, folder, entries)
  const find = (begin: string) =>
    void navigate({
      to: `/apps/${appId}/files`,
      search: { folder: folder === '' ? undefined : folder, name: begin === '' ? undefined : begin },
      replace: true,
    })
  const open = (entry: Entry) => {
    if (entry.kind === 'file') setChosen(entry.file.id)
    else void navigate({ to: `/apps/${appId}/files`, search: { folder: `${folder}${entry.name}/` } })
  }
  return (
    <PageFrame
      title={say('files')}
      about={say('filesAbout')}
      actions={
        <FileButton
          label={say('add')}
          accept=""
          isMany
          isBusy={uploading.isRunning}
          onChoose={(...files) => void uploading.run(files)}
        />
      }
    >
      {list.data?.pages[0] && <Usage page={list.data.pages[0]} />}
      <Flex wrap justify="space-between" align="center" gap={12}>
        <Trail appId={appId} folder={folder} />
        <Input.Search
          key={folder}
          className="filter find-file"
          aria-label={say('find')}
          placeholder={say('find')}
          defaultValue={name}
          maxLength={200}
          allowClear
          onSearch={find}
        />
      </Flex>
      {list.isPending && <Waiting />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && (
        <DropZone label={say('dropHere')} onDrop={(files) => void uploading.run(files)}>
          {entries.length === 0 ? (
            <Nothing folder={folder} name={name} />
          ) : (
            <Card>
              <FileTable entries={entries} onOpen={open} />
              {list.hasNextPage && (
                <Flex justify="center" className="with-gap">
                  <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {say('more')}
                  </Button>
                </Flex>
              )}
            </Card>
          )}
        </DropZone>
      )}
      <FileDetails appId={appId} fileId={chosen} onClose={() => setChosen(undefined)} />
    </PageFrame>
  )
}

/** Sends them one after the other, and asks before one takes the place of another. */
function useUploading(appId: string, folder: string, entries: readonly Entry[]) {
  const say = useTexts('team-files')
  const { message, modal } = AntApp.useApp()
  const taken = new Set(entries.flatMap((entry) => (entry.kind === 'file' ? [entry.name] : [])))
  return useAction({
    async run(files: readonly File[]) {
      const names = files.map(({ name }) => name).filter((name) => taken.has(name))
      if (names.length > 0) {
        const isMeant = await modal.confirm({
          title: say('replaceTitle'),
          content: say('replaceText', { names: names.join(', ') }),
          okText: say('replace'),
        })
        if (!isMeant) return 0
      }
      for (const file of files) await sendFile(appId, folder + file.name, file)
      return files.length
    },
    renews: [['apps', appId, 'files']],
    done: null,
    onDone: (count) => {
      if (count > 0) void message.success(say('added', { count }))
    },
  })
}

function Usage({ page: { usedBytes, limitBytes } }: { page: FolderPage }) {
  const say = useTexts('team-files')
  const percent = limitBytes === 0 ? 100 : Math.min(100, (usedBytes / limitBytes) * 100)
  return (
    <div>
      <Typography.Text type="secondary">
        {say('used', { used: sizeText(usedBytes), limit: sizeText(limitBytes) })}
      </Typography.Text>
      <Progress
        percent={percent}
        status={percent >= 100 ? 'exception' : 'normal'}
        showInfo={false}
        aria-label={say('usage')}
      />
    </div>
  )
}

function Trail({ appId, folder }: { appId: string; folder: string }) {
  const say = useTexts('team-files')
  const above = [{ name: say('root'), folder: '' }, ...folderTrail(folder)]
  return (
    <nav aria-label={say('trail')}>
      <Breadcrumb
        items={above.map((place) => ({
          key: place.folder,
          title:
            place.folder === folder ? (
              <span aria-current="page">{place.name}</span>
            ) : (
              <Link to={`/apps/${appId}/files`} search={place.folder === '' ? {} : { folder: place.folder }}>
                {place.name}
              </Link>
            ),
        }))}
      />
    </nav>
  )
}

function Nothing({ folder, name }: { folder: string; name: string }) {
  const say = useTexts('team-files')
  if (name !== '') return <EmptyState title={say('noneFound', { name })} />
  return <EmptyState title={say(folder === '' ? 'none' : 'noneHere')} text={say('noneText')} />
}
