import { keywordTypeSchema, templateKindSchema, type CreateMessageTemplateInput } from '@banyan/contract/messages'
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Flex, Form, Input, Modal, Select } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'

export function NewTemplate({ appId, isOpen, onClose }: { appId: string; isOpen: boolean; onClose: () => void }) {
  const say = useTexts('team-messages')
  const sayHouse = useTexts()
  const [form] = Form.useForm<CreateMessageTemplateInput>()
  const create = useAction({
    run: (input: CreateMessageTemplateInput) => api().messages.createTemplate(appId, input),
    renews: [['apps', appId, 'templates']],
    onDone() {
      form.resetFields()
      onClose()
    },
  })
  return (
    <Modal
      open={isOpen}
      title={say('newTemplate')}
      okText={sayHouse('create')}
      confirmLoading={create.isRunning}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'once', keywords: [{ type: 'thing' }] }}
        onFinish={(input) => void create.run(input)}
      >
        <Form.Item name="title" label={say('title')} rules={[{ required: true, whitespace: true, max: 40 }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="kind" label={say('kind')}>
          <Select options={templateKindSchema.options.map((kind) => ({ value: kind, label: say(`kinds.${kind}`) }))} />
        </Form.Item>
        <h2 className="small-title">{say('keywords')}</h2>
        <Form.List name="keywords">
          {(fields, { add, remove }) => (
            <Flex vertical gap={8}>
              {fields.map(({ key, name }) => (
                <Keyword key={key} name={name} onRemove={fields.length > 1 ? () => remove(name) : undefined} />
              ))}
              {fields.length < 8 && <Button onClick={() => add({ type: 'thing' })}>{say('addKeyword')}</Button>}
            </Flex>
          )}
        </Form.List>
      </Form>
    </Modal>
  )
}

function Keyword({ name, onRemove }: { name: number; onRemove: (() => void) | undefined }) {
  const say = useTexts('team-messages')
  const types = keywordTypeSchema.options.map((type) => ({ value: type, label: say(`types.${type}`) }))
  return (
    <Flex gap={8} align="flex-start">
      <Form.Item name={[name, 'name']} className="grow" noStyle rules={[{ required: true, whitespace: true, max: 20 }]}>
        <Input maxLength={20} placeholder={say('keyword')} aria-label={say('keyword')} />
      </Form.Item>
      <Form.Item name={[name, 'type']} noStyle>
        <Select className="filter" aria-label={say('type')} options={types} />
      </Form.Item>
      <Form.Item name={[name, 'example']} noStyle>
        <Input maxLength={40} placeholder={say('example')} aria-label={say('example')} />
      </Form.Item>
      {onRemove && <Button icon={<DeleteOutlined />} aria-label={say('removeKeyword')} onClick={onRemove} />}
    </Flex>
  )
}
