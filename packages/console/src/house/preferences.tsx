/** Language and appearance: for everybody, signed in or not. */
import { GlobalOutlined, MoonOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Space } from 'antd'
import { renewClient } from './client.ts'
import { chooseLanguage, useLanguage, useTexts, type Language } from './language.ts'
import { appearances, useAppearance } from './theme.tsx'

/** Each in its own language, as everybody expects of such a list. */
const languageNames: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' }
const languages = ['zh', 'en'] as const

export function Preferences() {
  const say = useTexts()
  const language = useLanguage()
  const queries = useQueryClient()
  const { appearance, choose } = useAppearance()
  const changeLanguage = async (next: Language) => {
    await chooseLanguage(next)
    renewClient()
    await queries.invalidateQueries()
  }
  return (
    <Space size={4}>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [language],
          items: languages.map((key) => ({
            key,
            label: languageNames[key],
            onClick: () => void changeLanguage(key),
          })),
        }}
      >
        <Button type="text" icon={<GlobalOutlined />} aria-label={say('language')} />
      </Dropdown>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [appearance],
          items: appearances.map((key) => ({ key, label: say(`theme.${key}`), onClick: () => choose(key) })),
        }}
      >
        <Button type="text" icon={<MoonOutlined />} aria-label={say('theme.label')} />
      </Dropdown>
    </Space>
  )
}
