import type { App } from '@banyan/contract/apps'
import type { AppProfile } from '@banyan/contract/app-profile'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Radio, Select } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { Loaded } from '../../house/states.tsx'
import { TerminateCard, TransferCard } from './app-ending.tsx'

export function Page() {
  const say = useTexts('team-apps')
  const appId = useParam('appId')
  const loaded = useQuery({
    queryKey: ['apps', appId, 'settings'],
    queryFn: async () => ({ app: await api().apps.read(appId), profile: await api().apps.profile(appId) }),
  })
  return (
    <PageFrame title={say('settings')} about={say('settingsAbout')}>
      <Loaded query={loaded}>{({ app, profile }) => <Settings app={app} profile={profile} />}</Loaded>
    </PageFrame>
  )
}

function Settings({ app, profile }: { app: App; profile: AppProfile }) {
  const say = useTexts('team-apps')
  const { standing } = profile
  if (standing === 'terminated') return <Alert type="error" showIcon title={say('terminated')} />
  return (
    <>
      {standing === 'suspended' ? (
        <Alert type="warning" showIcon title={say('suspended')} />
      ) : (
        <StandingCard appId={app.id} standing={standing} />
      )}
      <ServerAddressesCard profile={profile} />
      {standing !== 'suspended' && <TransferCard app={app} />}
      <TerminateCard app={app} />
    </>
  )
}

const choices = ['normal', 'hidden', 'unpublished'] as const
type Standing = (typeof choices)[number]

/** Whether users find the mini-program, and whether it opens. */
function StandingCard({ appId, standing }: { appId: string; standing: Standing }) {
  const say = useTexts('team-apps')
  const sayHouse = useTexts()
  const save = useAction({
    run: (fields: { standing: Standing }) => api().apps.setStanding(appId, fields.standing),
    renews: [['apps']],
  })
  return (
    <Card title={say('standing')}>
      <Form
        key={standing}
        layout="vertical"
        initialValues={{ standing }}
        onFinish={(fields: { standing: Standing }) => void save.run(fields)}
      >
        <Form.Item name="standing" extra={say('standingHint')}>
          <Radio.Group
            vertical
            aria-label={say('standing')}
            options={choices.map((value) => ({ value, label: say(`standings.${value}`) }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isRunning}>
          {sayHouse('save')}
        </Button>
      </Form>
    </Card>
  )
}

/** From where the app's own server may call; a stolen secret is then of no use elsewhere. */
function ServerAddressesCard({ profile: { appId, serverIps } }: { profile: AppProfile }) {
  const say = useTexts('team-apps')
  const sayHouse = useTexts()
  const save = useAction({
    run: (fields: { serverIps: string[] }) => api().apps.describe(appId, fields),
    renews: [['apps', appId]],
  })
  return (
    <Card title={say('serverIps')}>
      <Form
        layout="vertical"
        initialValues={{ serverIps }}
        onFinish={(fields: { serverIps: string[] }) => void save.run(fields)}
      >
        <Form.Item name="serverIps" label={say('serverIpsLabel')} extra={say('serverIpsHint')}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[' ', ',']}
            placeholder={say('serverIpsExample')}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isRunning}>
          {sayHouse('save')}
        </Button>
      </Form>
    </Card>
  )
}
