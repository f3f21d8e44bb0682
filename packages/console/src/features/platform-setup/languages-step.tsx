import { brandLanguagesSchema } from '@banyan/contract/brand'
import { Form, Radio } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'
import { settingsRenewed, useSettings, valueOf } from '../../house/settings.ts'
import { StepButtons, type StepProps } from './step-frame.tsx'

/** The first one is for visitors who prefer none of them. */
const choices = ['zh,en', 'en,zh', 'zh', 'en'] as const

export function LanguagesStep({ onDone }: StepProps) {
  const settings = useSettings()
  return (
    <Loaded query={settings}>
      {(items) => (
        <LanguagesForm chosen={valueOf(items, 'brand.languages', brandLanguagesSchema).join(',')} onDone={onDone} />
      )}
    </Loaded>
  )
}

function LanguagesForm({ chosen, onDone }: StepProps & { chosen: string }) {
  const say = useTexts('platform-setup')
  const save = useAction({
    run: ({ languages }: { languages: string }) => api().settings.set('brand.languages', languages.split(',')),
    renews: settingsRenewed,
    onDone,
  })
  return (
    <Form layout="vertical" initialValues={{ languages: chosen }} onFinish={(fields) => void save.run(fields)}>
      <Form.Item name="languages" label={say('languages')}>
        <Radio.Group
          vertical
          options={choices.map((value) => ({ value, label: say(`languageChoices.${value.replace(',', '-')}`) }))}
        />
      </Form.Item>
      <StepButtons isForm isRunning={save.isRunning} onDone={onDone} />
    </Form>
  )
}
