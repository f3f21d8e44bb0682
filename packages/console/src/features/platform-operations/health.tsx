import type { SystemHealth } from '@banyan/contract/operations'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Flex } from 'antd'
import { api } from '../../house/client.ts'
import { useLanguage, useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { Loaded } from '../../house/states.tsx'
import { sizeText } from '../../house/size-text.ts'
import { StateTag } from './state-tag.tsx'

const renewEveryMs = 15_000

export function Page() {
  const say = useTexts('platform-operations')
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => api().operations.health(),
    refetchInterval: renewEveryMs,
  })
  return (
    <PageFrame
      title={say('health')}
      about={say('healthAbout')}
      actions={
        <Button loading={health.isFetching} onClick={() => void health.refetch()}>
          {say('renew')}
        </Button>
      }
    >
      <Loaded query={health}>{(found) => <Health health={found} />}</Loaded>
    </PageFrame>
  )
}

function Health({ health }: { health: SystemHealth }) {
  const say = useTexts('platform-operations')
  const language = useLanguage()
  const time = useTimeFormat()
  const { process, database, checks } = health
  return (
    <>
      <ul className="cards">
        {checks.map(({ check, state, detail }) => (
          <li key={check}>
            <Card title={say(`checks.${check}`)} extra={<StateTag state={state} text={say(state)} />}>
              {detail[language]}
            </Card>
          </li>
        ))}
      </ul>
      <Flex vertical>
        <Descriptions
          title={say('process')}
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'startedAt', label: say('startedAt'), children: time(process.startedAt) },
            { key: 'memory', label: say('memory'), children: sizeText(process.rssBytes) },
            { key: 'delay', label: say('delay'), children: `${process.eventLoopDelayMs} ms` },
            { key: 'node', label: say('nodeVersion'), children: process.node },
            { key: 'version', label: say('databaseVersion'), children: database.version },
            { key: 'size', label: say('databaseSize'), children: sizeText(database.sizeBytes) },
            { key: 'connections', label: say('connections'), children: database.connections },
          ]}
        />
      </Flex>
    </>
  )
}
