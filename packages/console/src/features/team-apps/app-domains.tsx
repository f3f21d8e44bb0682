import type { App } from '@banyan/contract/apps'
import type { AppProfile } from '@banyan/contract/app-profile'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Form, Select } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { Loaded } from '../../house/states.tsx'

const otherKinds = ['socketDomains', 'uploadDomains', 'downloadDomains', 'webViewDomains'] as const

export function Page() {
  const say = useTexts('team-apps')
  const appId = useParam('appId')
  const loaded = useQuery({
    queryKey: ['apps', appId, 'domains'],
    queryFn: async () => ({ app: await api().apps.read(appId), profile: await api().apps.profile(appId) }),
  })
  return (
    <PageFrame title={say('domains')} about={say('domainsAbout')}>
      <Loaded query={loaded}>{({ app, profile }) => <Domains app={app} profile={profile} />}</Loaded>
    </PageFrame>
  )
}

type Fields = Record<(typeof otherKinds)[number] | 'requestDomains', string[]>

function Domains({ app, profile }: { app: App; profile: AppProfile }) {
  const say = useTexts('team-apps')
  const sayHouse = useTexts()
  const save = useAction({
    async run({ requestDomains, ...others }: Fields) {
      // What the platform's owner has bound stays bound.
      const bound = new Map(app.requestDomains.map((domain) => [domain.origin, domain]))
      await api().apps.update(app.id, {
        requestDomains: requestDomains.map((origin) => bound.get(origin) ?? { origin }),
      })
      await api().apps.describe(app.id, others)
    },
    renews: [['apps', app.id]],
  })
  const initial = { ...profile, requestDomains: app.requestDomains.map(({ origin }) => origin) }
  const bindings = app.requestDomains.flatMap(({ origin, upstream }) =>
    upstream === undefined ? [] : [`${origin}: ${say('bound', { upstream })}`],
  )
  return (
    <Card>
      <Form layout="vertical" initialValues={initial} onFinish={(fields: Fields) => void save.run(fields)}>
        {(['requestDomains', ...otherKinds] as const).map((kind) => (
          <Form.Item
            key={kind}
            name={kind}
            label={say(kind)}
            extra={[say(`domainHints.${kind}`), ...(kind === 'requestDomains' ? bindings : [])].join(' ')}
          >
            <Select
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={[' ', ',']}
              placeholder={kind === 'socketDomains' ? 'wss://socket.example.com' : say('domainHint')}
            />
          </Form.Item>
        ))}
        <Button type="primary" htmlType="submit" loading={save.isRunning}>
          {sayHouse('save')}
        </Button>
      </Form>
    </Card>
  )
}
