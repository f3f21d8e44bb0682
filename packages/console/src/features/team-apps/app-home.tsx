import type { App } from '@banyan/contract/apps'
import { ApiError } from '@banyan/sdk'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Form, Input, Typography } from 'antd'
import type { ChangeEvent, ReactNode } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { useCan } from '../../house/session.tsx'
import { Loaded } from '../../house/states.tsx'

export function Page() {
  const appId = useParam('appId')
  const app = useQuery({ queryKey: ['apps', appId], queryFn: () => api().apps.read(appId) })
  return <Loaded query={app}>{(found) => <Home app={found} />}</Loaded>
}

function Home({ app }: { app: App }) {
  const say = useTexts('team-apps')
  const can = useCan()
  const time = useTimeFormat()
  return (
    <PageFrame
      title={app.name}
      about={<Typography.Text copyable={{ text: app.id }}>{app.id}</Typography.Text>}
      actions={
        app.currentVersion !== null && (
          <Button type="primary" href={`/a/${app.id}/`} target="_blank">
            {say('open')}
          </Button>
        )
      }
    >
      <Flex wrap gap={16}>
        <Figure label={say('live')}>{app.currentVersion ?? say('notLive')}</Figure>
        <GrayFigure appId={app.id} />
        <ReviewFigure appId={app.id} />
      </Flex>
      <Newest appId={app.id} />
      {can('app.edit') && <Profile app={app} />}
      <Typography.Text type="secondary">{say('created', { at: time(app.createdAt) })}</Typography.Text>
    </PageFrame>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Card className="figure">
      <Typography.Text type="secondary">{label}</Typography.Text>
      <div className="figure-value">{children}</div>
    </Card>
  )
}

function GrayFigure({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const gray = useQuery({ queryKey: ['apps', appId, 'gray'], queryFn: () => readGray(appId) })
  return (
    <Figure label={say('gray')}>
      {gray.data
        ? say('grayShare', { version: gray.data.version, percent: gray.data.basisPoints / 100 })
        : say('noGray')}
    </Figure>
  )
}

/** None is no failure here. */
async function readGray(appId: string) {
  try {
    return await api().rollout.read(appId)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'gray.none') return null
    throw error
  }
}

function ReviewFigure({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const submissions = useQuery({ queryKey: ['apps', appId, 'submissions'], queryFn: () => api().review.list(appId) })
  const waiting = submissions.data?.find(({ state }) => state === 'waiting')
  return (
    <Figure label={say('review')}>{waiting ? say('inReview', { version: waiting.version }) : say('noReview')}</Figure>
  )
}

function Newest({ appId }: { appId: string }) {
  const say = useTexts('team-apps')
  const versions = useQuery({
    queryKey: ['apps', appId, 'versions'],
    queryFn: () => api().releases.listVersions(appId),
  })
  return (
    <Card title={say('newest')} extra={<Link to={`/apps/${appId}/versions`}>{say('versions')}</Link>}>
      <Loaded query={versions}>
        {([newest]) =>
          newest === undefined ? (
            <>
              <p>{say('noVersions')}</p>
              <p>{say('uploadHint')}</p>
              <Typography.Text code copyable>
                {`banyan upload . --app ${appId}`}
              </Typography.Text>
            </>
          ) : (
            <Flex vertical>
              <strong>{newest.version}</strong>
              <span>{newest.description}</span>
            </Flex>
          )
        }
      </Loaded>
    </Card>
  )
}

interface Fields {
  name: string
  description: string
}

function Profile({ app }: { app: App }) {
  const say = useTexts('team-apps')
  const sayHouse = useTexts()
  const save = useAction({ run: (fields: Fields) => api().apps.update(app.id, fields), renews: [['apps']] })
  const setIcon = useAction({
    run: async (file: File) =>
      api().apps.setIcon(app.id, { bytes: new Uint8Array(await file.arrayBuffer()), mediaType: file.type }),
    renews: [['apps']],
  })
  const chooseIcon = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) void setIcon.run(file)
  }
  return (
    <Card title={say('profile')}>
      <Form
        layout="vertical"
        initialValues={{ name: app.name, description: app.description }}
        onFinish={(fields: Fields) => void save.run(fields)}
      >
        <Form.Item name="name" label={say('name')} rules={[{ required: true, max: 40 }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="description" label={say('description')}>
          <Input.TextArea maxLength={200} rows={2} />
        </Form.Item>
        <Form.Item label={say('icon')} htmlFor="icon" extra={say('iconHint')}>
          <input id="icon" type="file" accept="image/png,image/jpeg,image/webp" onChange={chooseIcon} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isRunning}>
          {sayHouse('save')}
        </Button>
      </Form>
    </Card>
  )
}
