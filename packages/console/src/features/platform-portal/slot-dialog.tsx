/** Everything of one slot, with the picture of a banner. */
import { slotKinds, type Slot } from '@banyan/contract/portal'
import { Button, Flex, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { FileButton } from '../../house/file-button.tsx'
import { useTexts } from '../../house/language.ts'
import { AppChoice } from './app-choice.tsx'
import { SlotPicture } from './slot-picture.tsx'
import { fromLocalTime, toLocalTime } from './local-time.ts'

interface Fields {
  kind: Slot['kind']
  title: Slot['title']
  text: Slot['text']
  apps: string[]
  from: string
  until: string
}

export interface SlotDialogProps {
  /** Undefined for a new one. */
  known: Slot | undefined
  onClose: () => void
  onDone: (slot: Slot) => void
}

const fresh: Slot = {
  id: '',
  kind: 'collection',
  title: { zh: '', en: '' },
  text: { zh: '', en: '' },
  picture: null,
  apps: [],
  from: null,
  until: null,
  isOn: true,
}

export function SlotDialog({ known, onClose, onDone }: SlotDialogProps) {
  const say = useTexts('platform-portal')
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form)
  const start = known ?? fresh
  const [picture, setPicture] = useState(start.picture)
  const finish = (fields: Fields) => {
    const id = known?.id ?? crypto.randomUUID()
    const times = { from: fromLocalTime(fields.from), until: fromLocalTime(fields.until) }
    onDone({ ...start, ...fields, ...times, id, picture: fields.kind === 'banner' ? picture : null })
    onClose()
  }
  return (
    <Modal
      open
      width={640}
      title={say(known ? 'editSlot' : 'addSlot')}
      okText={say('save')}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...start, from: toLocalTime(start.from), until: toLocalTime(start.until) }}
        onFinish={finish}
      >
        <Form.Item name="kind" label={say('kind')} extra={kind && say(`kindHints.${kind}`)}>
          <Segmented options={slotKinds.map((value) => ({ value, label: say(`kinds.${value}`) }))} />
        </Form.Item>
        {kind === 'banner' && <PictureField picture={picture} onChange={setPicture} />}
        <Form.Item name="apps" label={say('slotApps')} extra={say('slotAppsHint')} rules={[{ required: true }]}>
          <AppChoice />
        </Form.Item>
        <Flex gap={12} wrap>
          <Form.Item name={['title', 'zh']} label={say('titleZh')} className="grow">
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name={['title', 'en']} label={say('titleEn')} className="grow">
            <Input maxLength={40} />
          </Form.Item>
        </Flex>
        <Flex gap={12} wrap>
          <Form.Item name={['text', 'zh']} label={say('textZh')} className="grow">
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name={['text', 'en']} label={say('textEn')} className="grow">
            <Input maxLength={120} />
          </Form.Item>
        </Flex>
        <Flex gap={12} wrap>
          <Form.Item name="from" label={say('from')} className="grow">
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item
            name="until"
            label={say('until')}
            className="grow"
            dependencies={['from']}
            rules={[
              {
                validator: (_, until: string) =>
                  isAfter(until, form.getFieldValue('from'))
                    ? Promise.resolve()
                    : Promise.reject(new Error(say('untilWrong'))),
              },
            ]}
          >
            <Input type="datetime-local" />
          </Form.Item>
        </Flex>
      </Form>
    </Modal>
  )
}

/** Times as the fields hold them, which sort as text. */
function isAfter(until: string, from: string): boolean {
  return until === '' || from === '' || until > from
}

function PictureField({
  picture,
  onChange,
}: {
  picture: Slot['picture']
  onChange: (picture: Slot['picture']) => void
}) {
  const say = useTexts('platform-portal')
  const [chosen, setChosen] = useState<string>()
  const add = useAction({
    async run(file: File) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return { added: await api().platform.addSlotPicture({ bytes, mediaType: file.type }), file }
    },
    done: null,
    onDone({ added, file }) {
      setChosen(URL.createObjectURL(file))
      onChange(added)
    },
  })
  return (
    <Form.Item label={say('picture')} extra={say('pictureHint')}>
      <Flex gap={12} align="center" wrap>
        {picture && <SlotPicture picture={picture} width={216} src={chosen} />}
        <FileButton
          label={say('choosePicture')}
          accept="image/png,image/jpeg,image/webp"
          isBusy={add.isRunning}
          onChoose={(file) => void add.run(file)}
        />
        {picture && <Button onClick={() => onChange(null)}>{say('noPicture')}</Button>}
      </Flex>
    </Form.Item>
  )
}
