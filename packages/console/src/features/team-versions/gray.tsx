import type { GrayPlan } from '@banyan/contract/rollout'
import { ApiError } from '@banyan/sdk'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, InputNumber, Popconfirm, Progress, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useParam } from '../../house/router.tsx'
import { EmptyState, Loaded } from '../../house/states.tsx'
import { GrayStart } from './gray-start.tsx'
import { GrayTest } from './gray-test.tsx'

type Step = 'pause' | 'resume' | 'revoke' | 'complete'

export function Page() {
  const say = useTexts('team-versions')
  const appId = useParam('appId')
  const plan = useQuery({ queryKey: ['apps', appId, 'gray'], queryFn: () => readPlan(appId) })
  return (
    <PageFrame title={say('gray')} about={say('grayAbout')}>
      <Loaded query={plan}>
        {(running) =>
          running ? (
            <>
              <Running plan={running} />
              <GrayTest appId={appId} />
            </>
          ) : (
            <>
              <EmptyState title={say('noGray')} text={say('noGrayText')} />
              <GrayStart appId={appId} />
            </>
          )
        }
      </Loaded>
      <History appId={appId} />
    </PageFrame>
  )
}

async function readPlan(appId: string): Promise<GrayPlan | null> {
  try {
    return await api().rollout.read(appId)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'gray.none') return null
    throw error
  }
}

function Running({ plan }: { plan: GrayPlan }) {
  const say = useTexts('team-versions')
  const { appId } = plan
  const percent = plan.basisPoints / 100
  const [next, setNext] = useState(Math.min(100, percent * 2))
  const step = useAction({ run: (name: Step) => api().rollout.take(appId, name), renews: [['apps']] })
  const grow = useAction({
    run: () => api().rollout.change(appId, { basisPoints: Math.round(next * 100) }),
    renews: [['apps', appId]],
  })
  const steps: readonly Step[] = [plan.state === 'running' ? 'pause' : 'resume', 'revoke', 'complete']
  return (
    <Card
      title={
        <Flex gap={8} align="center">
          <span>{say('running', { version: plan.version, percent })}</span>
          <Tag color={plan.state === 'running' ? 'processing' : 'warning'}>{say(`grayStates.${plan.state}`)}</Tag>
        </Flex>
      }
    >
      <Progress percent={percent} aria-label={say('percent')} />
      {plan.stateReason !== null && <p>{say('reason', { reason: plan.stateReason })}</p>}
      <Flex wrap gap={8}>
        <InputNumber
          aria-label={say('percent')}
          min={percent}
          max={100}
          value={next}
          onChange={(value) => setNext(value ?? percent)}
        />
        <Button onClick={() => void grow.run()} loading={grow.isRunning}>
          {say('grow')}
        </Button>
        {steps.map((name) =>
          name === 'pause' || name === 'resume' ? (
            <Button key={name} onClick={() => void step.run(name)}>
              {say(`steps.${name}`)}
            </Button>
          ) : (
            <Popconfirm
              key={name}
              title={`${say(`steps.${name}`)} ${plan.version}?`}
              okText={say(`steps.${name}`)}
              onConfirm={() => void step.run(name)}
            >
              <Button danger={name === 'revoke'} type={name === 'complete' ? 'primary' : 'default'}>
                {say(`steps.${name}`)}
              </Button>
            </Popconfirm>
          ),
        )}
      </Flex>
    </Card>
  )
}

function History({ appId }: { appId: string }) {
  const say = useTexts('team-versions')
  const time = useTimeFormat()
  const plans = useQuery({ queryKey: ['apps', appId, 'gray', 'history'], queryFn: () => api().rollout.list(appId) })
  if (!plans.data?.length) return null
  return (
    <Card title={say('history')}>
      {plans.data.map((plan) => (
        <p key={plan.id}>
          <strong>{plan.version}</strong> <Tag>{say(`grayStates.${plan.state}`)}</Tag>
          <Typography.Text type="secondary">{`${plan.basisPoints / 100}% · ${time(plan.startedAt)}`}</Typography.Text>
        </p>
      ))}
    </Card>
  )
}
