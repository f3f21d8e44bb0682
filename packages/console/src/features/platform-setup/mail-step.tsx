import type { MailTest } from '@banyan/contract/readiness'
import { Alert, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { CodeBlock } from './code-block.tsx'
import { ReadinessNote } from './readiness-note.tsx'
import { StepButtons, type StepProps } from './step-frame.tsx'

const example = `BANYAN_SMTP_URL=smtps://user:password@smtp.example.com:465
BANYAN_MAIL_FROM="Mini-programs <no-reply@example.com>"`

export function MailStep({ onDone }: StepProps) {
  const say = useTexts('platform-setup')
  const [sent, setSent] = useState<MailTest>()
  const test = useAction({ run: () => api().operations.testMail(), done: null, onDone: setSent })
  return (
    <>
      <ReadinessNote item="mail" />
      <Typography.Paragraph className="with-gap">{say('mailHow')}</Typography.Paragraph>
      <CodeBlock text={example} />
      <Flex gap={8} align="center" wrap>
        <Button loading={test.isRunning} onClick={() => void test.run()}>
          {say('mailTest')}
        </Button>
      </Flex>
      {sent !== undefined && (
        <Alert
          className="with-gap"
          type={sent.by === 'smtp' ? 'success' : 'warning'}
          role="status"
          showIcon
          title={say(sent.by === 'smtp' ? 'mailSent' : 'mailKept', { to: sent.to, folder: sent.folder ?? '' })}
        />
      )}
      <StepButtons onDone={onDone} />
    </>
  )
}
