import type { SecondFactorSetup } from '@banyan/contract/sign-in'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, QRCode, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'

export function SecondFactor() {
  const say = useTexts('team-account')
  const sayHouse = useTexts()
  const [setup, setSetup] = useState<SecondFactorSetup>()
  const [codes, setCodes] = useState<readonly string[]>()
  const renews = [['second-factor']]
  const state = useQuery({ queryKey: ['second-factor'], queryFn: () => api().account.secondFactor() })
  const start = useAction({ run: () => api().account.startSecondFactor(), onDone: setSetup, done: null })
  const confirm = useAction({
    run: ({ code }: { code: string }) => api().account.confirmSecondFactor(code),
    renews,
    onDone({ recoveryCodes }) {
      setSetup(undefined)
      setCodes(recoveryCodes)
    },
  })
  const remove = useAction({ run: () => api().account.removeSecondFactor(), renews })
  const renew = useAction({
    run: () => api().account.renewRecoveryCodes(),
    renews,
    onDone: ({ recoveryCodes }) => setCodes(recoveryCodes),
  })
  return (
    <Card title={say('secondFactor')}>
      {codes && (
        <Alert
          role="status"
          type="success"
          title={`${say('recoveryCodes')} · ${sayHouse('once')}`}
          description={
            <Typography.Text code copyable className="secret">
              {codes.join(' ')}
            </Typography.Text>
          }
        />
      )}
      <Loaded query={state}>
        {({ isOn, recoveryCodesLeft }) =>
          isOn ? (
            <>
              <p>{say('secondFactorOn', { count: recoveryCodesLeft })}</p>
              <Flex gap={8} wrap>
                <Button onClick={() => void renew.run()}>{say('renewCodes')}</Button>
                <Button danger onClick={() => void remove.run()}>
                  {say('turnOff')}
                </Button>
              </Flex>
            </>
          ) : (
            <>
              <p>{say('secondFactorOff')}</p>
              {!setup && (
                <Button onClick={() => void start.run()} loading={start.isRunning}>
                  {say('turnOn')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
      {setup && (
        <Form layout="vertical" onFinish={(fields: { code: string }) => void confirm.run(fields)}>
          <p>{say('scan')}</p>
          <QRCode value={setup.uri} type="svg" bgColor="#ffffff" color="#000000" />
          <Typography.Text code copyable className="secret">
            {setup.secret}
          </Typography.Text>
          <Form.Item name="code" label={say('code')} rules={[{ required: true, pattern: /^\d{6}$/ }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={confirm.isRunning}>
            {say('turnOn')}
          </Button>
        </Form>
      )}
    </Card>
  )
}
