/** Name and key of a category; the key is chosen once. */
import type { SubCategory } from '@banyan/contract/categories'
import { Form, Input, Modal } from 'antd'
import { useTexts } from '../../house/language.ts'

export type NameFields = Pick<SubCategory, 'key'> & SubCategory['name']

export interface NameDialogProps {
  title: string
  /** Undefined for a new one. */
  known: SubCategory | undefined
  taken: readonly string[]
  onClose: () => void
  onDone: (fields: NameFields) => void
}

const longestName = 40

export function NameDialog({ title, known, taken, onClose, onDone }: NameDialogProps) {
  const say = useTexts('platform-portal')
  const [form] = Form.useForm<NameFields>()
  const required = { required: true, whitespace: true, max: longestName }
  return (
    <Modal open title={title} okText={say('save')} onOk={form.submit} onCancel={onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={known ? { key: known.key, ...known.name } : {}}
        onFinish={(fields) => {
          onDone(known ? { ...fields, key: known.key } : fields)
          onClose()
        }}
      >
        <Form.Item name="zh" label={say('nameZh')} rules={[required]}>
          <Input maxLength={longestName} />
        </Form.Item>
        <Form.Item name="en" label={say('nameEn')} rules={[required]}>
          <Input maxLength={longestName} />
        </Form.Item>
        {!known && (
          <Form.Item
            name="key"
            label={say('key')}
            extra={say('keyHint')}
            rules={[
              { required: true, pattern: /^[a-zA-Z]{1,40}$/, message: say('keyWrong') },
              {
                validator: (_, key: string) =>
                  taken.includes(key) ? Promise.reject(new Error(say('keyTaken'))) : Promise.resolve(),
              },
            ]}
          >
            <Input maxLength={longestName} autoComplete="off" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
