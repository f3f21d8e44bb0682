import type { FileChange, VersionComparison } from '@banyan/contract/version-comparison'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Card, Flex, Select, Table, Tag, Typography } from 'antd'
import { ApiError } from '@banyan/sdk'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { ScrollBox } from '../../house/scroll-box.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { PagePairs } from './page-pairs.tsx'
import { sizeText, growthText } from './size-text.ts'
import './versions.css'

export function Page() {
  const say = useTexts('team-versions')
  const appId = useParam('appId')
  const search: { from?: unknown; to?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const versions = useQuery({
    queryKey: ['apps', appId, 'versions'],
    queryFn: () => api().releases.listVersions(appId),
  })
  const names = versions.data?.map(({ version }) => version) ?? []
  const live = versions.data?.find(({ isCurrent }) => isCurrent)?.version
  const to = textOf(search.to) ?? names[0]
  const from = textOf(search.from) ?? (live !== undefined && live !== to ? live : names.find((name) => name !== to))
  const choose = (chosen: { from?: string; to?: string }) =>
    void navigate({ to: `/apps/${appId}/compare`, search: { from, to, ...chosen }, replace: true })
  return (
    <PageFrame title={say('compare')} about={say('compareAbout')}>
      <Loaded query={versions}>
        {() =>
          from === undefined || to === undefined ? (
            <EmptyState title={say('compareNothing')} text={say('compareNothingText')} />
          ) : (
            <>
              <Flex wrap gap={12} align="center">
                <Choice
                  label={say('compareFrom')}
                  value={from}
                  names={names}
                  onChange={(name) => choose({ from: name })}
                />
                <span aria-hidden="true">→</span>
                <Choice label={say('compareTo')} value={to} names={names} onChange={(name) => choose({ to: name })} />
              </Flex>
              <Differences appId={appId} from={from} to={to} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

interface ChoiceProps {
  label: string
  value: string
  names: readonly string[]
  onChange: (name: string) => void
}

function Choice({ label, value, names, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      className="filter"
      showSearch
      value={value}
      options={names.map((name) => ({ value: name, label: name }))}
      onChange={onChange}
    />
  )
}

function Differences({ appId, from, to }: { appId: string; from: string; to: string }) {
  const say = useTexts('team-versions')
  const compared = useQuery({
    queryKey: ['apps', appId, 'comparison', from, to],
    // Versions never change.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => api().releases.compare(appId, to, from),
  })
  const reports = useQuery({
    queryKey: ['apps', appId, 'page-reports', from, to],
    queryFn: () => Promise.all([from, to].map((version) => readReport(appId, version))),
  })
  return (
    <Loaded query={compared}>
      {(found) => (
        <>
          <Summary found={found} />
          <Card title={say('compareFiles')}>
            <Files files={found.files} />
          </Card>
          <Card title={say('comparePictures')}>
            <Loaded query={reports}>
              {([before = null, after = null]) => (
                <PagePairs appId={appId} before={before} after={after} pages={found.pages} />
              )}
            </Loaded>
          </Card>
        </>
      )}
    </Loaded>
  )
}

/** A version that nobody has looked at has no pictures, which is no failure. */
async function readReport(appId: string, version: string) {
  try {
    return await api().review.pageReport(appId, version)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

function Summary({ found }: { found: VersionComparison }) {
  const say = useTexts('team-versions')
  const { sizeBytes, functions, components, domains, pages } = found
  const pathsOf = (change: 'added' | 'removed') =>
    pages.filter((page) => page.change === change).map(({ path }) => path)
  return (
    <Card>
      <Flex vertical gap={8}>
        <span>
          {say('compareSize')} <strong>{`${sizeText(sizeBytes.before)} → ${sizeText(sizeBytes.after)}`}</strong>{' '}
          <Tag>{growthText(sizeBytes.before, sizeBytes.after)}</Tag>
        </span>
        <Names label={say('compareFunctions')} {...functions} />
        <Names label={say('compareComponents')} {...components} />
        <Names label={say('compareDomains')} {...domains} />
        <Names label={say('comparePages')} added={pathsOf('added')} removed={pathsOf('removed')} />
      </Flex>
    </Card>
  )
}

function Names(props: { label: string; added: readonly string[]; removed: readonly string[] }) {
  const say = useTexts('team-versions')
  const { label, added, removed } = props
  return (
    <Flex wrap gap={4} align="center">
      <span>{label}</span>
      {added.length + removed.length === 0 && <Typography.Text type="secondary">{say('compareSame')}</Typography.Text>}
      {added.map((name) => (
        <Tag key={name} color="success">{`+ ${name}`}</Tag>
      ))}
      {removed.map((name) => (
        <Tag key={name} color="error">{`− ${name}`}</Tag>
      ))}
    </Flex>
  )
}

function Files({ files }: { files: readonly FileChange[] }) {
  const say = useTexts('team-versions')
  if (files.length === 0) return <Typography.Text type="secondary">{say('compareSame')}</Typography.Text>
  return (
    <ScrollBox>
      <Table<FileChange>
        size="small"
        rowKey="path"
        dataSource={[...files]}
        pagination={files.length > 50 ? { pageSize: 50 } : false}
        columns={[
          { title: say('file'), render: (_, file) => <span className="code">{file.path}</span> },
          { title: say('change'), render: (_, file) => say(`changes.${file.change}`) },
          {
            title: say('size'),
            align: 'right',
            render: (_, file) => `${sizeText(file.bytesBefore ?? 0)} → ${sizeText(file.bytesAfter ?? 0)}`,
          },
        ]}
      />
    </ScrollBox>
  )
}
