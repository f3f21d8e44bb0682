import { Typography } from 'antd'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'
import { CodeBlock } from './code-block.tsx'
import { ReadinessNote, useReadiness } from './readiness-note.tsx'
import { StepButtons, type StepProps } from './step-frame.tsx'

const environment = `PUBLIC_URL=https://mini.example.com
BANYAN_BEHIND_PROXY=1`
/** A whole configuration: Caddy gets and renews the certificate by itself. */
const caddyfile = `mini.example.com {
  reverse_proxy 127.0.0.1:8080
}`

export function AddressStep({ onDone }: StepProps) {
  const say = useTexts('platform-setup')
  const readiness = useReadiness()
  return (
    <>
      <ReadinessNote item="address" />
      <Loaded query={readiness}>
        {({ publicUrl }) => (
          <Typography.Paragraph className="with-gap">
            {say('addressNow')} <code>{publicUrl}</code>
          </Typography.Paragraph>
        )}
      </Loaded>
      <Typography.Paragraph>{say('addressHow')}</Typography.Paragraph>
      <CodeBlock text={environment} />
      <Typography.Paragraph>{say('tlsHow')}</Typography.Paragraph>
      <CodeBlock text={caddyfile} />
      <StepButtons onDone={onDone} />
    </>
  )
}
