import {
  brandColorSchema,
  brandNameSchema,
  brandTaglineSchema,
  colorsOfBrand,
  logoMaxBytes,
} from '@banyan/contract/brand'
import type { Setting } from '@banyan/contract/settings'
import { Alert, Flex, Form, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../house/action.tsx'
import { useBrand } from '../../house/brand.tsx'
import { api } from '../../house/client.ts'
import { FileButton } from '../../house/file-button.tsx'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'
import { ColorPreview } from './color-preview.tsx'
import { settingsRenewed, useSettings, valueOf } from '../../house/settings.ts'
import { StepButtons, type StepProps } from './step-frame.tsx'

interface Fields {
  name: { zh: string; en: string }
  tagline: { zh: string; en: string }
  color: string
}

const nameMaxLength = 40
const taglineMaxLength = 120

export function BrandStep({ onDone }: StepProps) {
  const settings = useSettings()
  return <Loaded query={settings}>{(items) => <BrandForm settings={items} onDone={onDone} />}</Loaded>
}

function BrandForm({ settings, onDone }: StepProps & { settings: readonly Setting[] }) {
  const say = useTexts('platform-setup')
  const { brand, wear } = useBrand()
  const [form] = Form.useForm<Fields>()
  const initial: Fields = {
    name: valueOf(settings, 'brand.name', brandNameSchema),
    tagline: valueOf(settings, 'brand.tagline', brandTaglineSchema),
    color: valueOf(settings, 'brand.color', brandColorSchema),
  }
  const color = Form.useWatch('color', form) ?? initial.color
  const save = useAction({
    run: async ({ name, tagline, color: chosen }: Fields) => {
      await api().settings.set('brand.name', name)
      await api().settings.set('brand.tagline', tagline)
      await api().settings.set('brand.color', chosen)
    },
    renews: settingsRenewed,
    onDone: (_, { name, color: chosen }) => {
      const { zh, en } = brand.names
      wear({ names: { zh: name.zh || name.en || zh, en: name.en || name.zh || en }, colors: colorsOfBrand(chosen) })
      onDone()
    },
  })
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={(fields) => void save.run(fields)}>
      <Flex wrap gap={12}>
        <Form.Item className="grow" name={['name', 'zh']} label={say('nameZh')}>
          <Input maxLength={nameMaxLength} />
        </Form.Item>
        <Form.Item className="grow" name={['name', 'en']} label={say('nameEn')}>
          <Input maxLength={nameMaxLength} />
        </Form.Item>
      </Flex>
      <Flex wrap gap={12}>
        <Form.Item className="grow" name={['tagline', 'zh']} label={say('taglineZh')}>
          <Input maxLength={taglineMaxLength} />
        </Form.Item>
        <Form.Item className="grow" name={['tagline', 'en']} label={say('taglineEn')}>
          <Input maxLength={taglineMaxLength} />
        </Form.Item>
      </Flex>
      <Logo />
      <Flex wrap gap={12} align="flex-end">
        <Form.Item
          name="color"
          label={say('color')}
          rules={[{ pattern: /^#[0-9A-Fa-f]{6}$/, message: say('colorInvalid') }]}
        >
          <Input maxLength={7} className="color-text" />
        </Form.Item>
        <Form.Item>
          <input
            type="color"
            className="color-field"
            aria-label={say('colorPick')}
            value={brandColorSchema.safeParse(color).success ? color : initial.color}
            onChange={({ target }) => form.setFieldValue('color', target.value.toUpperCase())}
          />
        </Form.Item>
      </Flex>
      {brandColorSchema.safeParse(color).success && <ColorPreview color={color} />}
      <StepButtons isForm isRunning={save.isRunning} onDone={onDone} />
    </Form>
  )
}

/** Goes up as soon as it is chosen. */
function Logo() {
  const say = useTexts('platform-setup')
  const [version, setVersion] = useState(0)
  const [isTooLarge, setTooLarge] = useState(false)
  const upload = useAction({
    run: async (file: File) => {
      await api().settings.setLogo({ bytes: new Uint8Array(await file.arrayBuffer()), mediaType: file.type })
    },
    renews: settingsRenewed,
    onDone: () => setVersion((now) => now + 1),
  })
  const choose = (file: File) => {
    setTooLarge(file.size > logoMaxBytes)
    if (file.size <= logoMaxBytes) void upload.run(file)
  }
  return (
    <Form.Item label={say('logo')} extra={say('logoHint')}>
      <Flex gap={12} align="center">
        <img key={version} src={`/favicon.svg?shown=${version}`} alt="" width={48} height={48} />
        <FileButton
          label={say('logoChoose')}
          accept="image/png,image/jpeg,image/webp"
          isBusy={upload.isRunning}
          onChoose={choose}
        />
      </Flex>
      {isTooLarge && <Alert type="error" role="alert" showIcon title={say('logoTooLarge')} />}
    </Form.Item>
  )
}
