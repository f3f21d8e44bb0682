import type { PlatformApp } from '@banyan/contract/platform-apps'
import { App as AntApp, Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useTexts } from '../../house/language.ts'
import { useCan } from '../../house/session.tsx'

interface Fields {
  reason: string
  appealDays: number
}

const renews = [['platformApps'], ['apps']] as const
const reasonMaxLength = 1000
const mostAppealDays = 365
const usualAppealDays = 30

/** Takes a mini-program down, or lets it come back; one that has ended stays so. */
export function AppDecision({ app }: { app: PlatformApp }) {
  const isModerator = useCan()('app.moderate')
  if (!isModerator || app.standing === 'terminated') return null
  return app.standing === 'suspended' ? <Restore app={app} /> : <TakeDown app={app} />
}

function Restore({ app: { id, name } }: { app: PlatformApp }) {
  const say = useTexts('platform-apps')
  const { modal } = AntApp.useApp()
  const restore = useAction({ run: () => api().apps.restore(id), renews, done: say('restored') })
  const ask = () =>
    void modal.confirm({
      title: say('restoreText', { name }),
      okText: say('restore'),
      onOk: () => restore.run(),
    })
  return (
    <Button size="small" loading={restore.isRunning} onClick={ask}>
      {say('restore')}
    </Button>
  )
}

function TakeDown({ app: { id, name } }: { app: PlatformApp }) {
  const say = useTexts('platform-apps')
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<Fields>()
  const suspend = useAction({
    run: (fields: Fields) => api().apps.suspend(id, fields),
    renews,
    done: say('takenDown'),
    onDone: () => setOpen(false),
  })
  return (
    <>
      <Button size="small" danger onClick={() => setOpen(true)}>
        {say('takeDown')}
      </Button>
      <Modal
        open={isOpen}
        destroyOnHidden
        title={say('takeDownOf', { name })}
        okText={say('takeDown')}
        okButtonProps={{ danger: true }}
        confirmLoading={suspend.isRunning}
        onOk={form.submit}
        onCancel={() => setOpen(false)}
      >
        <p>{say('takeDownText')}</p>
        <Form
          form={form}
          layout="vertical"
          initialValues={{ appealDays: usualAppealDays }}
          onFinish={(fields) => void suspend.run(fields)}
        >
          <Form.Item
            name="reason"
            label={say('reason')}
            extra={say('reasonHint')}
            rules={[{ required: true, whitespace: true, max: reasonMaxLength }]}
          >
            <Input.TextArea rows={3} maxLength={reasonMaxLength} />
          </Form.Item>
          <Form.Item name="appealDays" label={say('appealDays')} rules={[{ required: true }]}>
            <InputNumber min={0} max={mostAppealDays} precision={0} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
