import { useQuery } from '@tanstack/react-query'
import { Form, Radio, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'
import { businessModels, modelOf, rulesOf, type BusinessModel, type ModelRules } from './model.ts'
import { settingsRenewed, valueOf } from '../../house/settings.ts'
import { StepButtons, type StepProps } from './step-frame.tsx'

export function ModelStep({ onDone }: StepProps) {
  const rules = useQuery({ queryKey: ['settings', 'model'], queryFn: readRules })
  return <Loaded query={rules}>{(found) => <ModelForm rules={found} onDone={onDone} />}</Loaded>
}

function ModelForm({ rules, onDone }: StepProps & { rules: ModelRules }) {
  const say = useTexts('platform-setup')
  const save = useAction({
    run: async ({ model }: { model?: BusinessModel }) => {
      if (model !== undefined) await writeRules(rulesOf[model])
    },
    renews: settingsRenewed,
    onDone,
  })
  return (
    <Form layout="vertical" initialValues={{ model: modelOf(rules) }} onFinish={(fields) => void save.run(fields)}>
      <Form.Item name="model" label={say('model')}>
        <Radio.Group
          vertical
          options={businessModels.map((value) => ({
            value,
            label: (
              <>
                <strong>{say(`models.${value}`)}</strong>
                <br />
                <Typography.Text type="secondary">{say(`modelTexts.${value}`)}</Typography.Text>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Typography.Paragraph type="secondary">{say('modelHint')}</Typography.Paragraph>
      <StepButtons isForm isRunning={save.isRunning} onDone={onDone} />
    </Form>
  )
}

async function readRules(): Promise<ModelRules> {
  const [policies, settings] = await Promise.all([api().review.policies(), api().settings.list()])
  return {
    flow: policies.find(({ scope }) => scope === 'default')?.flow ?? 'none',
    checksOwnership: valueOf(settings, 'domains.ownershipCheck', { parse: (value) => value === true }),
  }
}

/** What else the policy says stays as it is. */
async function writeRules({ flow, checksOwnership }: ModelRules): Promise<void> {
  const standing = (await api().review.policies()).find(({ scope }) => scope === 'default')
  const { scope: _, ...policy } = standing ?? { scope: 'default' }
  await api().review.setPolicy('default', { ...policy, flow })
  await api().settings.set('domains.ownershipCheck', checksOwnership)
}
