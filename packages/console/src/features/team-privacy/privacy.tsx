import type { AppProfile, PrivacyEntry } from '@banyan/contract/app-profile'
import type { VersionContents } from '@banyan/contract/version-contents'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Flex, Select } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { KindCard } from './kind-card.tsx'
import { neededKinds } from './needed-kinds.ts'

export function Page() {
  const say = useTexts('team-privacy')
  const appId = useParam('appId')
  const search: { version?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const versions = useQuery({
    queryKey: ['apps', appId, 'versions'],
    queryFn: () => api().releases.listVersions(appId),
  })
  const names = versions.data?.map(({ version }) => version) ?? []
  const chosen = typeof search.version === 'string' ? search.version : names[0]
  return (
    <PageFrame
      title={say('privacy')}
      about={say('privacyAbout')}
      actions={
        chosen !== undefined && (
          <Select
            aria-label={say('ofVersion')}
            className="filter"
            value={chosen}
            options={names.map((name) => ({ value: name, label: `${say('ofVersion')} ${name}` }))}
            onChange={(version) => void navigate({ to: `/apps/${appId}/privacy`, search: { version }, replace: true })}
          />
        )
      }
    >
      <Loaded query={versions}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={say('noVersion')} text={say('noVersionText')} />
          ) : (
            <OfVersion appId={appId} version={chosen} />
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function OfVersion({ appId, version }: { appId: string; version: string }) {
  const contents = useQuery({
    queryKey: ['apps', appId, 'contents', version],
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => api().releases.readContents(appId, version),
  })
  const profile = useQuery({ queryKey: ['apps', appId, 'profile'], queryFn: () => api().apps.profile(appId) })
  return (
    <Loaded query={contents}>
      {(found) => <Loaded query={profile}>{(about) => <Declaration contents={found} profile={about} />}</Loaded>}
    </Loaded>
  )
}

function Declaration({ contents, profile }: { contents: VersionContents; profile: AppProfile }) {
  const say = useTexts('team-privacy')
  const { appId, privacy } = profile
  const kinds = neededKinds(contents.functions, privacy)
  const missing = kinds.filter(({ reason }) => reason === null)
  const declare = useAction({
    run: (entries: readonly PrivacyEntry[]) => api().apps.describe(appId, { privacy: [...entries] }),
    renews: [['apps', appId, 'profile']],
  })
  const declareAll = () =>
    declare.run([...privacy, ...missing.map(({ kind }) => ({ kind, reason: say(`examples.${kind}`) }))])
  if (kinds.length === 0) return <EmptyState title={say('nothing')} text={say('nothingText')} />
  return (
    <Flex vertical gap={12}>
      <Alert
        showIcon
        type={missing.length === 0 ? 'success' : 'warning'}
        title={missing.length === 0 ? say('allDeclared') : say('left', { count: missing.length })}
        action={
          missing.length > 0 && (
            <Button type="primary" loading={declare.isRunning} onClick={() => void declareAll()}>
              {say('declareAll')}
            </Button>
          )
        }
      />
      <ul className="timeline">
        {kinds.map((needed) => (
          <li key={needed.kind} data-kind={needed.kind}>
            <KindCard appId={appId} needed={needed} declared={privacy} />
          </li>
        ))}
      </ul>
    </Flex>
  )
}
