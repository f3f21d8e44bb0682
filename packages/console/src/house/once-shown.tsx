/** A secret or a link that nobody can see a second time. */
import { Alert, Typography } from 'antd'
import { useTexts } from './language.ts'

export function OnceShown({ title, text, testId }: { title: string; text: string; testId?: string }) {
  const say = useTexts()
  return (
    <Alert
      role="status"
      type="success"
      showIcon
      title={`${title} · ${say('once')}`}
      description={
        <Typography.Text code copyable className="secret" data-testid={testId}>
          {text}
        </Typography.Text>
      }
    />
  )
}
