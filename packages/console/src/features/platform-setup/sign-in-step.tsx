import { userWays, userWaysSchema, type UserWay } from '@banyan/contract/end-users'
import { useQuery } from '@tanstack/react-query'
import { Alert, Checkbox, Form } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'
import { settingsRenewed, useSettings, valueOf } from '../../house/settings.ts'
import { StepButtons, type StepProps } from './step-frame.tsx'

export function SignInStep({ onDone }: StepProps) {
  const settings = useSettings()
  return (
    <Loaded query={settings}>
      {(items) => <SignInForm ways={valueOf(items, 'users.ways', userWaysSchema)} onDone={onDone} />}
    </Loaded>
  )
}

function SignInForm({ ways, onDone }: StepProps & { ways: UserWay[] }) {
  const say = useTexts('platform-setup')
  const sso = useQuery({ queryKey: ['sso'], queryFn: () => api().account.sso() })
  const hasProvider = sso.data?.startPath != null
  const save = useAction({
    run: (fields: { ways: UserWay[] }) => api().settings.set('users.ways', fields.ways),
    renews: settingsRenewed,
    onDone,
  })
  return (
    <Form layout="vertical" initialValues={{ ways }} onFinish={(fields) => void save.run(fields)}>
      <Form.Item name="ways" label={say('ways')} extra={say('waysHint')}>
        <Checkbox.Group
          className="column"
          options={userWays.map((value) => ({
            value,
            label: say(`wayNames.${value}`),
            disabled: value === 'sso' && !hasProvider && !ways.includes('sso'),
          }))}
        />
      </Form.Item>
      {!hasProvider && <Alert type="info" showIcon title={say('noProvider')} description={say('noProviderText')} />}
      <StepButtons isForm isRunning={save.isRunning} onDone={onDone} />
    </Form>
  )
}
