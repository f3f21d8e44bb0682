import type { StartGrayInput } from '@banyan/contract/rollout'
import { guardMetrics } from '@banyan/contract/rollout'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, Card, Flex, Form, Input, InputNumber, Select } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'

interface Fields {
  version: string
  percent: number
  field?: string
  value?: string
  stages?: { percent: number; minutes: number }[]
  guards?: Partial<Record<(typeof guardMetrics)[number], number | null>>
}

/** What the fields say, in the API's words. */
export function startInputOf({ version, percent, field, value, stages, guards }: Fields): StartGrayInput {
  return {
    version,
    basisPoints: Math.round(percent * 100),
    ...(field ? { condition: { [field]: value ?? '' } } : {}),
    ...(stages?.length
      ? {
          stages: stages.map((stage) => ({
            basisPoints: Math.round(stage.percent * 100),
            dwellMinutes: stage.minutes,
          })),
        }
      : {}),
    guards: guardMetrics.flatMap((metric) => {
      const worse = guards?.[metric]
      return worse == null ? [] : [{ metric, worseBy: worse / 100 }]
    }),
  }
}

export function GrayStart({ appId }: { appId: string }) {
  const say = useTexts('team-versions')
  const asked: Readonly<{ version?: unknown }> = useSearch({ strict: false })
  const versions = useQuery({
    queryKey: ['apps', appId, 'versions'],
    queryFn: () => api().releases.listVersions(appId),
  })
  const start = useAction({
    run: (fields: Fields) => api().rollout.start(appId, startInputOf(fields)),
    renews: [['apps', appId]],
  })
  const choices = (versions.data ?? []).filter(({ isCurrent, state }) => !isCurrent && state !== 'blocked')
  const initialValues = {
    percent: 5,
    ...(typeof asked.version === 'string' ? { version: asked.version } : {}),
  }
  return (
    <Card title={say('start')}>
      <Form layout="vertical" initialValues={initialValues} onFinish={(fields: Fields) => void start.run(fields)}>
        <Form.Item name="version" label={say('version')} rules={[{ required: true }]}>
          <Select options={choices.map(({ version }) => ({ value: version, label: version }))} />
        </Form.Item>
        <Form.Item name="percent" label={say('percent')} rules={[{ required: true }]}>
          <InputNumber min={0} max={100} />
        </Form.Item>
        <Flex wrap gap={12}>
          <Form.Item name="field" label={`${say('rule')} · ${say('ruleField')}`} extra={say('ruleHint')}>
            <Input />
          </Form.Item>
          <Form.Item name="value" label={say('ruleValue')}>
            <Input />
          </Form.Item>
        </Flex>
        <Form.List name="stages">
          {(fields, { add, remove }) => (
            <Form.Item label={say('stages')}>
              {fields.map(({ key, name }) => (
                <Flex key={key} gap={8} wrap align="center">
                  <Form.Item name={[name, 'percent']} label={say('stagePercent')} rules={[{ required: true }]}>
                    <InputNumber min={1} max={100} />
                  </Form.Item>
                  <Form.Item name={[name, 'minutes']} label={say('stageMinutes')} rules={[{ required: true }]}>
                    <InputNumber min={1} />
                  </Form.Item>
                  <Button type="text" aria-label={`− ${name + 1}`} onClick={() => remove(name)}>
                    −
                  </Button>
                </Flex>
              ))}
              <Button onClick={() => add({ percent: 20, minutes: 60 })}>{say('addStage')}</Button>
            </Form.Item>
          )}
        </Form.List>
        <p>{say('guardsHint')}</p>
        <Flex wrap gap={12}>
          {guardMetrics.map((metric) => (
            <Form.Item key={metric} name={['guards', metric]} label={`${say(`metrics.${metric}`)} · ${say('worse')}`}>
              <InputNumber min={0} max={1000} />
            </Form.Item>
          ))}
        </Flex>
        <Button type="primary" htmlType="submit" loading={start.isRunning}>
          {say('start')}
        </Button>
      </Form>
    </Card>
  )
}
