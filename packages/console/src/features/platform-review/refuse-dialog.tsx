import { reviewRules, type DecideInput, type Submission } from '@banyan/contract/review'
import { Form, Input, Modal, Select } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useLanguage, useTexts } from '../../house/language.ts'

export type Refusal = 'reject' | 'defer'

export interface RefuseDialogProps {
  submission: Submission
  /** Open while there is one. */
  refusal: Refusal | undefined
  onClose: () => void
  onDone: () => void
}

interface Fields {
  ruleIds?: string[]
  reason: string
}

const reasonMaxLength = 2000

/** The reason begins as the text of the rules that were chosen, and goes on as the reviewer writes it. */
export function RefuseDialog({ submission, refusal, onClose, onDone }: RefuseDialogProps) {
  const say = useTexts('platform-review')
  const language = useLanguage()
  const [form] = Form.useForm<Fields>()
  const rules = Object.entries(reviewRules).map(([id, text]) => ({ value: id, label: `${id} ${text[language]}` }))
  const decide = useAction({
    run: ({ ruleIds = [], reason }: Fields) => {
      const input: DecideInput =
        refusal === 'defer' ? { decision: 'defer', reason } : { decision: 'reject', ruleIds, reason }
      return api().review.decide(submission.appId, submission.id, input)
    },
    renews: [['review']],
    done: say(refusal === 'defer' ? 'deferredDone' : 'rejected'),
    onDone() {
      form.resetFields()
      onClose()
      onDone()
    },
  })
  const quote = (ruleIds: readonly string[]) => {
    if (form.isFieldTouched('reason')) return
    const lines = rules.filter(({ value }) => ruleIds.includes(value)).map(({ label }) => label)
    form.setFieldValue('reason', lines.join('\n'))
  }
  return (
    <Modal
      open={refusal !== undefined}
      title={say(refusal ?? 'reject')}
      okText={say(refusal ?? 'reject')}
      okButtonProps={{ danger: refusal === 'reject' }}
      confirmLoading={decide.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => void decide.run(fields)}>
        {refusal !== 'defer' && (
          <Form.Item name="ruleIds" label={say('rules')} rules={[{ required: true }]}>
            <Select mode="multiple" options={rules} onChange={quote} optionFilterProp="label" />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={say('reason')}
          extra={say('reasonHint')}
          rules={[{ required: true, whitespace: true, max: reasonMaxLength }]}
        >
          <Input.TextArea rows={4} maxLength={reasonMaxLength} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
