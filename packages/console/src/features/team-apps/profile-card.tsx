import type { App } from '@banyan/contract/apps'
import type { MainCategory } from '@banyan/contract/categories'
import { useQuery } from '@tanstack/react-query'
import { Avatar, Button, Card, Flex, Form, Input, Select } from 'antd'
import { useAction } from '../../house/action.tsx'
import { api } from '../../house/client.ts'
import { FileButton } from '../../house/file-button.tsx'
import { useLanguage, useTexts, type Language } from '../../house/language.ts'
import { Loaded } from '../../house/states.tsx'

interface Fields {
  name: string
  description: string
  category: string
}

/** What users see of the mini-program before they open it. */
export function ProfileCard({ app }: { app: App }) {
  const say = useTexts('team-apps')
  const profile = useQuery({
    queryKey: ['apps', app.id, 'profile', 'withCategories'],
    queryFn: async () => ({ ...(await api().apps.profile(app.id)), tree: await api().apps.categories() }),
  })
  return (
    <Card title={say('profile')}>
      <Loaded query={profile}>
        {({ category, tree }) => <ProfileForm app={app} category={category ?? ''} tree={tree} />}
      </Loaded>
    </Card>
  )
}

function ProfileForm({ app, category: known, tree }: { app: App; category: string; tree: readonly MainCategory[] }) {
  const say = useTexts('team-apps')
  const language = useLanguage()
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
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: say('noCategory') }, ...categoryOptions({ tree, known, language })]}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isRunning}>
        {sayHouse('save')}
      </Button>
    </Form>
  )
}

/** Those that may be chosen, and the one that was chosen before. */
function categoryOptions({
  tree,
  known,
  language,
}: {
  tree: readonly MainCategory[]
  known: string
  language: Language
}) {
  return tree.flatMap((main) => {
    const options = main.subs
      .map((sub) => ({ ...sub, value: `${main.key}/${sub.key}` }))
      .filter(({ value, isHidden }) => value === known || !(isHidden || main.isHidden))
      .map(({ value, name }) => ({ value, label: `${main.name[language]} · ${name[language]}` }))
    return options.length === 0 ? [] : [{ label: main.name[language], options }]
  })
}
