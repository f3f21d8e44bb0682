/** Ways in: password, a code by mail, a passkey, the owner's own provider; with a second factor where there is one. */
import { errorTable, isErrorCode } from '@banyan/contract/errors'
import type { Me } from '@banyan/contract/identity'
import { ApiError } from '@banyan/sdk'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { useBrandName } from './brand.tsx'
import { api } from './client.ts'
import { currentLanguage, useTexts } from './language.ts'
import { askPasskey } from './passkey.ts'
import { Preferences } from './preferences.tsx'
import { explain } from './states.tsx'

interface Fields {
  email: string
  password?: string
  emailCode?: string
  code?: string
}

export function SignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const brandName = useBrandName()
  const say = useTexts()
  const [form] = Form.useForm<Fields>()
  const [way, setWay] = useState<'password' | 'email'>('password')
  const [isCodeSent, setCodeSent] = useState(false)
  const [asksForCode, setAsksForCode] = useState(false)
  const [problem, setProblem] = useState(problemOfAddress)
  const [isBusy, setBusy] = useState(false)
  const sso = useQuery({ queryKey: ['sso'], queryFn: () => api().account.sso(), retry: false })

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      if (error instanceof ApiError && error.code === 'identity.secondFactorRequired') setAsksForCode(true)
      setProblem(error instanceof ApiError ? explain(error, say).message : say('passkeyFailed'))
    } finally {
      setBusy(false)
    }
  }
  const submit = ({ email, password = '', emailCode = '', code }: Fields) =>
    attempt(async () => {
      const second = code === undefined || code === '' ? {} : { code }
      if (way === 'password') onSignedIn(await api().identity.signIn({ email, password, ...second }))
      else if (isCodeSent) onSignedIn(await api().account.signInByEmail({ email, emailCode, ...second }))
      else {
        await api().account.sendEmailCode(email)
        setCodeSent(true)
      }
    })

  return (
    <main className="entrance">
      <Card className="entrance-card">
        <Flex vertical gap={4} align="center">
          <img src="/favicon.svg" alt="" width={48} height={48} />
          <Typography.Title level={1} className="page-title">
            {brandName}
          </Typography.Title>
          <Typography.Text type="secondary">{say('tagline')}</Typography.Text>
        </Flex>
        {problem !== undefined && <Alert role="alert" type="error" showIcon title={problem} />}
        {isCodeSent && way === 'email' && <Alert role="status" type="info" showIcon title={say('codeSent')} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item name="email" label={say('email')} rules={[{ required: true, type: 'email' }]}>
            <Input type="email" autoComplete="username" autoFocus />
          </Form.Item>
          {way === 'password' && (
            <Form.Item name="password" label={say('password')} rules={[{ required: true }]}>
              <Input.Password autoComplete="current-password" visibilityToggle={false} />
            </Form.Item>
          )}
          {way === 'email' && isCodeSent && (
            <Form.Item name="emailCode" label={say('emailCode')} rules={[{ required: true }]}>
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
            </Form.Item>
          )}
          {asksForCode && (
            <Form.Item name="code" label={say('code')} rules={[{ required: true }]}>
              <Input autoComplete="one-time-code" maxLength={32} />
            </Form.Item>
          )}
          <Button block type="primary" htmlType="submit" loading={isBusy}>
            {way === 'email' && !isCodeSent ? say('sendCode') : say('signIn')}
          </Button>
        </Form>
        <Flex vertical gap={8}>
          {sso.data?.startPath != null && (
            <Button block href={`${sso.data.startPath}?returnTo=${encodeURIComponent(window.location.pathname)}`}>
              {say('bySso', { name: sso.data.name ?? '' })}
            </Button>
          )}
          <Button block onClick={() => setWay(way === 'password' ? 'email' : 'password')}>
            {say(way === 'password' ? 'byEmail' : 'byPassword')}
          </Button>
          <Button block onClick={() => void attempt(async () => onSignedIn(await signInByPasskey()))}>
            {say('byPasskey')}
          </Button>
          <a href="/console/forgotten">{say('forgotten')}</a>
        </Flex>
        <Flex justify="center">
          <Preferences />
        </Flex>
      </Card>
    </main>
  )
}

async function signInByPasskey(): Promise<Me> {
  const { options } = await api().account.startPasskeySignIn()
  return api().account.signInByPasskey({ response: await askPasskey(options) })
}

/** A provider that did not let somebody in sends him back with a code; only what the table has words for is said. */
function problemOfAddress(): string | undefined {
  const code = new URLSearchParams(window.location.search).get('problem')
  return code !== null && isErrorCode(code) ? errorTable[code][currentLanguage()] : undefined
}
