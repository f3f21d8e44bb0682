import type { App } from '@banyan/contract/apps'
import { appCategories } from '@banyan/contract/app-profile'
import { useQuery } from '@tanstack/react-query'
import { Avatar, Button, Card, Flex, Form, Input, Select } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { FileButton } from '../../house/file-button.tsx'
import { useTexts } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'

interface Fields {
  name: string
  description: string
  category: string
}

/** What users see of the mini-program before they open it. */
export function ProfileCard({ app }: { app: App }) {
  const say = useTexts('team-apps')
  const profile = useQuery({ queryKey: ['apps', app.id, 'profile'], queryFn: () => api().apps.profile(app.id) })
  return (
    <Card title={say('profile')}>
      <Loaded query={profile}>{({ category }) => <ProfileForm app={app} category={category ?? ''} />}</Loaded>
    </Card>
  )
}

function ProfileForm({ app, category: known }: { app: App; category: string }) {
  const say = useTexts('team-apps')
  const sayHouse = useTexts()
  const save = useAction({
    async run({ category, ...fields }: Fields) {
      await api().apps.update(app.id, fields)
      if (category !== known) await api().apps.describe(app.id, { category: category === '' ? null : category })
    },
    renews: [['apps']],
  })
  const setIcon = useAction({
    run: async (file: File) =>
      api().apps.setIcon(app.id, { bytes: new Uint8Array(await file.arrayBuffer()), mediaType: file.type }),
    renews: [['apps']],
  })
  return (
    <Form
      layout="vertical"
      initialValues={{ name: app.name, description: app.description, category: known }}
      onFinish={(fields: Fields) => void save.run(fields)}
    >
      <Form.Item label={say('icon')} extra={say('iconHint')}>
        <Flex gap={12} align="center">
          <Avatar shape="square" size={64} src={app.iconUrl ?? undefined} alt="" className="app-mark">
            {Array.from(app.name)[0]}
          </Avatar>
          <FileButton
            label={say('chooseIcon')}
            accept="image/png,image/jpeg,image/webp"
            isBusy={setIcon.isRunning}
            onChoose={(file) => void setIcon.run(file)}
          />
        </Flex>
      </Form.Item>
      <Form.Item name="name" label={say('name')} rules={[{ required: true, max: 40 }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="description" label={say('description')}>
        <Input.TextArea maxLength={200} rows={2} />
      </Form.Item>
      <Form.Item name="category" label={say('category')} extra={say('categoryHint')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={useCategoryOptions()} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isRunning}>
        {sayHouse('save')}
      </Button>
    </Form>
  )
}

function useCategoryOptions() {
  const say = useTexts('team-apps')
  return [
    { value: '', label: say('noCategory') },
    ...Object.entries(appCategories).map(([main, subs]) => ({
      label: say(`categories.${main}.label`),
      options: subs.map((sub) => ({
        value: `${main}/${sub}`,
        label: `${say(`categories.${main}.label`)} · ${say(`categories.${main}.${sub}`)}`,
      })),
    })),
  ]
}
