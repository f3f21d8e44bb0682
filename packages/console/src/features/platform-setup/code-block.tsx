/** Lines for a terminal or a file, to be copied whole. */
import { Typography } from 'antd'
import { useTexts } from '../../house/language.ts'

export function CodeBlock({ text }: { text: string }) {
  const say = useTexts()
  return (
    <Typography.Paragraph className="code-block" copyable={{ text, tooltips: [say('copy'), say('copied')] }}>
      <code>{text}</code>
    </Typography.Paragraph>
  )
}
