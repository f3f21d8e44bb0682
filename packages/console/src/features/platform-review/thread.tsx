import type { Submission } from '@banyan/contract/review'
import { Button, Flex, Form, Input, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts, useTimeFormat } from '../../house/language.ts'

const textMaxLength = 5000

export function Thread({ submission }: { submission: Submission }) {
  const say = useTexts('platform-review')
  const time = useTimeFormat()
  const [form] = Form.useForm<{ text: string }>()
  const ask = useAction({
    run: ({ text }: { text: string }) => api().review.ask(submission.appId, submission.id, text),
    renews: [['review']],
    done: say('sent'),
    onDone: () => form.resetFields(),
  })
  return (
    <Flex vertical gap={12}>
      {submission.messages.map(({ side, author, text, at }) => (
        <div key={`${at} ${text}`}>
          <Typography.Text type="secondary">
            {say(`sides.${side}`)} · {author} · {time(at)}
          </Typography.Text>
          <Typography.Paragraph className="written">{text}</Typography.Paragraph>
        </div>
      ))}
      <Form form={form} layout="vertical" onFinish={(fields) => void ask.run(fields)}>
        <Form.Item name="text" label={say('write')} rules={[{ required: true, whitespace: true, max: textMaxLength }]}>
          <Input.TextArea rows={2} maxLength={textMaxLength} />
        </Form.Item>
        <Button htmlType="submit" loading={ask.isRunning}>
          {say('send')}
        </Button>
      </Form>
    </Flex>
  )
}
