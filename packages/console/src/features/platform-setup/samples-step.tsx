import type { App } from '@banyan/contract/apps'
import { useQuery } from '@tanstack/react-query'
import { Flex, Switch, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { StepButtons, type StepProps } from './step-frame.tsx'

export function SamplesStep({ onDone }: StepProps) {
  const say = useTexts('platform-setup')
  const apps = useQuery({ queryKey: ['apps'], queryFn: () => api().apps.list() })
  return (
    <>
      <Loaded query={apps}>
        {(items) => {
          const shown = items.filter(({ standing }) => standing === 'normal' || standing === 'hidden')
          if (shown.length === 0) return <EmptyState title={say('noApps')} text={say('noAppsText')} />
          return (
            <ul className="timeline">
              {shown.map((app) => (
                <li key={app.id}>
                  <Sample app={app} />
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
      <StepButtons onDone={onDone} />
    </>
  )
}

function Sample({ app: { id, name, standing } }: { app: App }) {
  const say = useTexts('platform-setup')
  const set = useAction({
    run: (isListed: boolean) => api().apps.setStanding(id, isListed ? 'normal' : 'hidden'),
    renews: [['apps']],
  })
  return (
    <Flex gap={12} align="center" justify="space-between">
      <Typography.Text>{name}</Typography.Text>
      <Switch
        checked={standing === 'normal'}
        loading={set.isRunning}
        aria-label={say('listed', { name })}
        checkedChildren={say('isListed')}
        unCheckedChildren={say('isHidden')}
        onChange={(isListed) => void set.run(isListed)}
      />
    </Flex>
  )
}
