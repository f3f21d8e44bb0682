import type { Setting } from '@banyan/contract/settings'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Form, Tag, Typography } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { useLanguage, useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan } from '../../house/session.tsx'
import { Loaded } from '../../house/states.tsx'
import { History } from './history.tsx'
import { fieldOf, ValueField } from './value-field.tsx'

export function Page() {
  const say = useTexts('platform-settings')
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => api().settings.list() })
  return (
    <PageFrame title={say('settings')} about={say('settingsAbout')}>
      <Loaded query={settings}>
        {(items) =>
          items.map((setting) =>
            setting.editedAt === null ? (
              <SettingCard key={`${setting.key} ${JSON.stringify(setting.value)}`} setting={setting} />
            ) : (
              <ElsewhereCard key={setting.key} setting={setting} page={setting.editedAt} />
            ),
          )
        }
      </Loaded>
      <History />
    </PageFrame>
  )
}

/** What has a page of its own is not written as JSON. */
function ElsewhereCard({ setting: { key, source, description }, page }: { setting: Setting; page: string }) {
  const say = useTexts('platform-settings')
  const language = useLanguage()
  return (
    <Card size="small" title={<code>{key}</code>} extra={<Tag>{say(source === null ? 'isDefault' : 'isChanged')}</Tag>}>
      <Link to={page}>{description[language]}</Link>
    </Card>
  )
}

function SettingCard({ setting }: { setting: Setting }) {
  const say = useTexts('platform-settings')
  const sayHouse = useTexts()
  const language = useLanguage()
  const mayEdit = useCan()('platform.edit')
  const field = fieldOf(setting.value ?? setting.defaultValue)
  const set = useAction({
    run: (value: unknown) => api().settings.set(setting.key, value),
    renews: [['settings'], ['settingHistory']],
  })
  return (
    <Card
      size="small"
      title={<code>{setting.key}</code>}
      extra={<Tag>{say(setting.source === null ? 'isDefault' : 'isChanged')}</Tag>}
    >
      <Form<{ value: unknown }>
        layout="vertical"
        disabled={!mayEdit}
        initialValues={{ value: field.shown }}
        onFinish={({ value }) => void set.run(field.read(value))}
      >
        <Form.Item
          name="value"
          label={setting.description[language]}
          valuePropName={field.kind === 'boolean' ? 'checked' : 'value'}
          rules={[{ validator: (_, value) => checkJson(() => field.read(value), say('invalid')) }]}
        >
          <ValueField kind={field.kind} />
        </Form.Item>
        <Flex gap={8} wrap align="center">
          <Button htmlType="submit" loading={set.isRunning}>
            {sayHouse('save')}
          </Button>
          {setting.source !== null && <Button onClick={() => void set.run(null)}>{say('reset')}</Button>}
          <Typography.Text type="secondary" className="reason">
            {say('isDefault')}: <code>{JSON.stringify(setting.defaultValue)}</code>
          </Typography.Text>
        </Flex>
      </Form>
    </Card>
  )
}

async function checkJson(read: () => unknown, message: string): Promise<void> {
  try {
    read()
  } catch (cause) {
    throw new Error(message, { cause })
  }
}
