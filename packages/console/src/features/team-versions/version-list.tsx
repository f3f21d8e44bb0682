import type { CreatedPreviewLink, Version, VersionState } from '@banyan/contract/releases'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Form, Input, Modal, Popconfirm, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'

const colors: Readonly<Partial<Record<VersionState, string>>> = {
  online: 'success',
  approved: 'processing',
  gray: 'processing',
  rejected: 'error',
  blocked: 'error',
  inReview: 'warning',
  submitted: 'warning',
}
const submittable: ReadonlySet<VersionState> = new Set(['draft', 'rejected', 'deferred', 'withdrawn'])
const publishable: ReadonlySet<VersionState> = new Set(['draft', 'approved', 'superseded', 'rolledBack'])

export function Page() {
  const say = useTexts('team-versions')
  const appId = useParam('appId')
  const versions = useQuery({
    queryKey: ['apps', appId, 'versions'],
    queryFn: () => api().releases.listVersions(appId),
  })
  const rollBack = useAction({ run: () => api().releases.rollBack(appId, {}), renews: [['apps']] })
  return (
    <PageFrame
      title={say('versions')}
      about={say('versionsAbout')}
      actions={
        versions.data?.some(({ isCurrent }) => isCurrent) && (
          <Popconfirm
            title={say('rollBackTitle')}
            description={say('rollBackText')}
            okText={say('rollBack')}
            onConfirm={() => void rollBack.run()}
          >
            <Button loading={rollBack.isRunning}>{say('rollBack')}</Button>
          </Popconfirm>
        )
      }
    >
      <Loaded query={versions}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={say('noVersions')} text={say('noVersionsText')} />
          ) : (
            <ol className="timeline">
              {items.map((version) => (
                <li key={version.version} data-version={version.version}>
                  <VersionCard appId={appId} version={version} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function VersionCard({ appId, version }: { appId: string; version: Version }) {
  const say = useTexts('team-versions')
  const time = useTimeFormat()
  const [isSubmitting, setSubmitting] = useState(false)
  const [link, setLink] = useState<CreatedPreviewLink>()
  const number = version.version
  const preview = useAction({
    run: () => api().releases.createPreviewLink(appId, { version: number, label: number }),
    onDone: setLink,
    done: null,
  })
  const publish = useAction({ run: () => api().releases.publish(appId, number), renews: [['apps']] })
  const setTrial = useAction({ run: () => api().releases.setTrial(appId, number), renews: [['apps', appId]] })
  const kilobytes = `${Math.ceil(version.sizeBytes / 1024)} KB`
  return (
    <Card>
      <Flex wrap gap={12} justify="space-between" align="center">
        <div className="grow">
          <Flex wrap gap={8} align="center">
            <strong>{number}</strong>
            <Tag color={colors[version.state] ?? 'default'}>{say(`states.${version.state}`)}</Tag>
            {version.isTrial && <Tag>{say('trial')}</Tag>}
          </Flex>
          <div>{version.description}</div>
          {version.stateReason !== null && (
            <Typography.Text type="danger">{say('reason', { reason: version.stateReason })}</Typography.Text>
          )}
          <Typography.Text type="secondary">
            {say('uploadedBy', { name: version.createdBy, at: time(version.createdAt), size: kilobytes })}
          </Typography.Text>
        </div>
        <Flex wrap gap={8}>
          <Button onClick={() => void preview.run()} loading={preview.isRunning}>
            {say('preview')}
          </Button>
          {!version.isCurrent && (
            <Link to={`/apps/${appId}/compare`} search={{ to: number }}>
              <Button tabIndex={-1}>{say('compareWithLive')}</Button>
            </Link>
          )}
          {!version.isTrial && (
            <Button onClick={() => void setTrial.run()} loading={setTrial.isRunning}>
              {say('setTrial')}
            </Button>
          )}
          {submittable.has(version.state) && <Button onClick={() => setSubmitting(true)}>{say('submit')}</Button>}
          {publishable.has(version.state) && (
            <>
              <Link to={`/apps/${appId}/gray`} search={{ version: number }}>
                <Button tabIndex={-1}>{say('startGray')}</Button>
              </Link>
              <Popconfirm
                title={say('publishTitle', { version: number })}
                okText={say('publish')}
                onConfirm={() => void publish.run()}
              >
                <Button type="primary" loading={publish.isRunning}>
                  {say('publish')}
                </Button>
              </Popconfirm>
            </>
          )}
        </Flex>
      </Flex>
      <Submit appId={appId} version={number} isOpen={isSubmitting} onClose={() => setSubmitting(false)} />
      <Modal open={link !== undefined} title={say('preview')} footer={null} onCancel={() => setLink(undefined)}>
        {link && (
          <Flex vertical align="center" gap={12}>
            <img
              alt={say('preview')}
              width={240}
              height={240}
              src={`data:image/svg+xml,${encodeURIComponent(link.qrCode)}`}
            />
            <span>{say('previewText')}</span>
            <Typography.Link href={link.url} target="_blank" copyable className="secret">
              {link.url}
            </Typography.Link>
          </Flex>
        )}
      </Modal>
    </Card>
  )
}

interface SubmitProps {
  appId: string
  version: string
  isOpen: boolean
  onClose: () => void
}

function Submit({ appId, version, isOpen, onClose }: SubmitProps) {
  const say = useTexts('team-versions')
  const [form] = Form.useForm<{ note?: string }>()
  const submit = useAction({
    run: ({ note = '' }: { note?: string }) => api().review.submit(appId, { version, note }),
    renews: [['apps', appId]],
    onDone: onClose,
  })
  return (
    <Modal
      open={isOpen}
      title={`${say('submit')} ${version}`}
      okText={say('submit')}
      confirmLoading={submit.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void submit.run(fields)}>
        <Form.Item name="note" label={say('submitNote')} extra={say('submitNoteHint')}>
          <Input.TextArea maxLength={2000} rows={3} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
