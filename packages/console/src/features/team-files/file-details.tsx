import type { StoredFile } from '@banyan/contract/files'
import { useQuery } from '@tanstack/react-query'
import { App as AntApp, Button, Descriptions, Drawer, Flex, Popconfirm, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { sizeText } from '../../house/size-text.ts'
import { Loaded } from '../../house/states.tsx'
import { addressHere } from './send-file.ts'
import './files.css'

interface FileDetailsProps {
  appId: string
  /** Undefined: none is chosen. */
  fileId: string | undefined
  onClose: () => void
}

/** Beside the list: what a file is, how it looks, and what can be done with it. */
export function FileDetails({ appId, fileId, onClose }: FileDetailsProps) {
  const file = useQuery({
    queryKey: ['apps', appId, 'files', 'one', fileId],
    queryFn: () => api().files.read(appId, fileId ?? ''),
    enabled: fileId !== undefined,
  })
  return (
    <Drawer
      open={fileId !== undefined}
      onClose={onClose}
      size={420}
      title={<span className="reason">{file.data?.path.split('/').at(-1)}</span>}
      destroyOnHidden
    >
      <Loaded query={file}>{(found) => <Details appId={appId} file={found} onRemoved={onClose} />}</Loaded>
    </Drawer>
  )
}

function Details({ appId, file, onRemoved }: { appId: string; file: StoredFile; onRemoved: () => void }) {
  const say = useTexts('team-files')
  const time = useTimeFormat()
  const { path, mediaType, sizeBytes, openId, createdAt, sha256 } = file
  const facts = [
    ['path', path],
    ['kind', mediaType],
    ['size', sizeText(sizeBytes)],
    ['changed', time(createdAt)],
    ['user', openId ?? say('noUser')],
    ['hash', sha256],
  ] as const
  return (
    <Flex vertical gap={16}>
      {mediaType.startsWith('image/') && <Preview appId={appId} file={file} />}
      <Descriptions
        column={1}
        layout="vertical"
        colon={false}
        size="small"
        items={facts.map(([key, value]) => ({
          key,
          label: say(key),
          children: <span className="reason">{value}</span>,
        }))}
      />
      <Actions appId={appId} file={file} onRemoved={onRemoved} />
    </Flex>
  )
}

function Preview({ appId, file }: { appId: string; file: StoredFile }) {
  const say = useTexts('team-files')
  const [isBroken, setBroken] = useState(false)
  const link = useQuery({
    queryKey: ['apps', appId, 'files', 'link', file.id, file.sha256],
    queryFn: () => api().files.createLink(appId, file.id),
    staleTime: 30 * 60_000,
  })
  if (isBroken) return <Typography.Text type="secondary">{say('noPicture')}</Typography.Text>
  return (
    <Loaded query={link}>
      {({ url }) => (
        <img className="file-preview" src={addressHere(url)} alt={file.path} onError={() => setBroken(true)} />
      )}
    </Loaded>
  )
}

function Actions({ appId, file, onRemoved }: { appId: string; file: StoredFile; onRemoved: () => void }) {
  const say = useTexts('team-files')
  const sayHouse = useTexts()
  const { message } = AntApp.useApp()
  const download = useAction({
    run: () => api().files.createLink(appId, file.id, { expiresInSeconds: 60 }),
    onDone: ({ url }) => saveAs(addressHere(url), file.path.split('/').at(-1) ?? file.id),
    done: null,
  })
  const copy = useAction({
    async run() {
      const { url } = await api().files.createLink(appId, file.id, { expiresInSeconds: 3600 })
      await navigator.clipboard.writeText(url)
    },
    onDone: () => void message.success(say('linkCopied')),
    done: null,
  })
  const remove = useAction({
    run: () => api().files.delete(appId, file.id),
    renews: [['apps', appId, 'files']],
    onDone: onRemoved,
    done: say('removed'),
  })
  return (
    <Flex wrap gap={8}>
      <Button type="primary" loading={download.isRunning} onClick={() => void download.run()}>
        {say('download')}
      </Button>
      <Button loading={copy.isRunning} onClick={() => void copy.run()}>
        {say('copyLink')}
      </Button>
      <Popconfirm
        title={say('removeTitle')}
        description={say('removeText')}
        okText={sayHouse('remove')}
        onConfirm={() => void remove.run()}
      >
        <Button danger loading={remove.isRunning}>
          {sayHouse('remove')}
        </Button>
      </Popconfirm>
    </Flex>
  )
}

function saveAs(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
