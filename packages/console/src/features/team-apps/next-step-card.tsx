import type { App } from '@banyan/contract/apps'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'
import { FirstUpload } from './first-upload.tsx'
import { nextStep, type NextStep } from './next-step.ts'
import { SuspensionCard } from './suspension-card.tsx'

export function NextStepCard({ app }: { app: App }) {
  const say = useTexts('team-apps')
  const versions = useQuery({
    queryKey: ['apps', app.id, 'versions'],
    queryFn: () => api().releases.listVersions(app.id),
  })
  const profile = useQuery({ queryKey: ['apps', app.id, 'profile'], queryFn: () => api().apps.profile(app.id) })
  return (
    <Loaded query={versions}>
      {(found) => {
        const step = nextStep({ versions: found, standing: profile.data?.standing ?? 'normal' })
        if (step.kind === 'upload') return <FirstUpload appId={app.id} />
        if (step.kind === 'appeal') return profile.data && <SuspensionCard profile={profile.data} />
        if (step.kind === 'ended') return <Alert type="error" showIcon title={say('terminated')} />
        return <Step appId={app.id} step={step} />
      }}
    </Loaded>
  )
}

const pages = {
  mend: 'review',
  wait: 'review',
  publish: 'versions',
  submit: 'versions',
  watchGray: 'gray',
  share: 'versions',
  reopen: 'settings',
} as const

interface StepProps {
  appId: string
  step: Exclude<NextStep, { kind: 'upload' | 'appeal' | 'ended' }>
}

function Step({ appId, step }: StepProps) {
  const say = useTexts('team-apps')
  const version = 'version' in step ? step.version : ''
  return (
    <Alert
      showIcon
      type={step.kind === 'mend' || step.kind === 'reopen' ? 'warning' : 'info'}
      title={say(`next.${step.kind}`, { version })}
      description={say(`nextText.${step.kind}`, { version })}
      action={
        <Link to={`/apps/${appId}/${pages[step.kind]}`}>
          <Button tabIndex={-1} type="primary">
            {say(`nextButton.${step.kind}`)}
          </Button>
        </Link>
      }
    />
  )
}
