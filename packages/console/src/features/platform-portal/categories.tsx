import { categoriesKey, type MainCategory, type SubCategory } from '@banyan/contract/categories'
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Switch, Tag, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../../house/client.ts'
import { useLanguage, useTexts } from '../../house/language.ts'
import { PageFrame } from '../../house/page.tsx'
import { useCan } from '../../house/session.tsx'
import { Loaded } from '../../house/states.tsx'
import { moved, withItem } from './lists.ts'
import { NameDialog, type NameFields } from './name-dialog.tsx'
import { RowButtons } from './row-buttons.tsx'
import { useSaving } from './use-saving.tsx'

interface Loadable {
  tree: readonly MainCategory[]
  /** Apps by `shopping/mall`. */
  use: ReadonlyMap<string, number>
}

export function Page() {
  const say = useTexts('platform-portal')
  const categories = useQuery({
    queryKey: ['categories'],
    async queryFn(): Promise<Loadable> {
      const [tree, { items }] = await Promise.all([api().apps.categories(), api().platform.categoryUse()])
      return { tree, use: new Map(items.map(({ category, apps }) => [category, apps])) }
    },
  })
  return (
    <PageFrame title={say('categories')} about={say('categoriesAbout')}>
      <Loaded query={categories}>{({ tree, use }) => <Tree tree={tree} use={use} />}</Loaded>
    </PageFrame>
  )
}

const keyOf = ({ key }: SubCategory) => key

function Tree({ tree, use }: Loadable) {
  const say = useTexts('platform-portal')
  const mayEdit = useCan()('platform.edit')
  const [isAdding, setAdding] = useState(false)
  const save = useSaving<readonly MainCategory[]>({ key: categoriesKey, value: tree, renews: [['categories']] })
  const add = ({ key, zh, en }: NameFields) => {
    const other = { key: 'other', name: { zh: say('otherZh'), en: say('otherEn') }, isHidden: false }
    void save.run([...tree, { key, name: { zh, en }, isHidden: false, subs: [other] }])
  }
  return (
    <>
      {mayEdit && (
        <div>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {say('addMain')}
          </Button>
        </div>
      )}
      {isAdding && (
        <NameDialog
          title={say('addMain')}
          known={undefined}
          taken={tree.map(keyOf)}
          onClose={() => setAdding(false)}
          onDone={add}
        />
      )}
      <div className="cards">
        {tree.map((main, index) => (
          <MainCard
            key={main.key}
            main={main}
            use={use}
            mayEdit={mayEdit}
            place={{ isFirst: index === 0, isLast: index === tree.length - 1 }}
            onMove={(by) => void save.run(moved(tree, index, by))}
            onChange={(next) => void save.run(withItem(tree, next, keyOf))}
            onRemove={() => void save.run(tree.toSpliced(index, 1))}
            taken={tree.map(keyOf)}
          />
        ))}
      </div>
    </>
  )
}

interface MainCardProps {
  main: MainCategory
  use: Loadable['use']
  mayEdit: boolean
  place: { isFirst: boolean; isLast: boolean }
  taken: readonly string[]
  onMove: (by: 1 | -1) => void
  onChange: (next: MainCategory) => void
  onRemove: () => void
}

function MainCard({ main, use, mayEdit, place, taken, onMove, onChange, onRemove }: MainCardProps) {
  const say = useTexts('platform-portal')
  const language = useLanguage()
  /** The key of a part, the category itself, or a new part. */
  const [edited, setEdited] = useState<SubCategory | 'main' | 'new'>()
  const appsIn = ({ key }: SubCategory) => use.get(`${main.key}/${key}`) ?? 0
  const apps = main.subs.reduce((sum, sub) => sum + appsIn(sub), 0)
  const { subs } = main
  const change = ({ key, zh, en }: NameFields) => {
    const name = { zh, en }
    if (edited === 'main') return onChange({ ...main, name })
    const isHidden = subs.find((sub) => sub.key === key)?.isHidden ?? false
    return onChange({ ...main, subs: withItem(subs, { key, name, isHidden }, keyOf) })
  }
  return (
    <Card
      size="small"
      title={<Name category={main} apps={apps} />}
      actions={
        mayEdit
          ? [
              <Button key="add" type="link" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
                {say('addSub')}
              </Button>,
            ]
          : []
      }
    >
      {mayEdit && (
        <Flex justify="space-between" align="center" wrap>
          <Shown category={main} onChange={(isHidden) => onChange({ ...main, isHidden })} />
          <RowButtons
            {...place}
            name={main.name[language]}
            keptBecause={apps > 0 ? say('inUse') : undefined}
            onMove={onMove}
            onEdit={() => setEdited('main')}
            onRemove={onRemove}
          />
        </Flex>
      )}
      <ul className="plain-list">
        {subs.map((sub, index) => (
          <li key={sub.key}>
            <Flex justify="space-between" align="center" wrap>
              <Name category={sub} apps={appsIn(sub)} />
              {mayEdit && (
                <Flex align="center" gap={4}>
                  <Shown
                    category={sub}
                    onChange={(isHidden) => onChange({ ...main, subs: withItem(subs, { ...sub, isHidden }, keyOf) })}
                  />
                  <RowButtons
                    name={sub.name[language]}
                    isFirst={index === 0}
                    isLast={index === subs.length - 1}
                    keptBecause={reasonToKeep(appsIn(sub), subs.length, say)}
                    onMove={(by) => onChange({ ...main, subs: moved(subs, index, by) })}
                    onEdit={() => setEdited(sub)}
                    onRemove={() => onChange({ ...main, subs: subs.toSpliced(index, 1) })}
                  />
                </Flex>
              )}
            </Flex>
          </li>
        ))}
      </ul>
      {edited !== undefined && (
        <NameDialog
          title={say(edited === 'new' ? 'addSub' : 'rename')}
          known={knownOf(edited, main)}
          taken={edited === 'main' ? taken : subs.map(keyOf)}
          onClose={() => setEdited(undefined)}
          onDone={change}
        />
      )}
    </Card>
  )
}

function knownOf(edited: SubCategory | 'main' | 'new', main: MainCategory): SubCategory | undefined {
  if (edited === 'new') return undefined
  return edited === 'main' ? main : edited
}

function reasonToKeep(apps: number, siblings: number, say: (key: string) => string): string | undefined {
  if (apps > 0) return say('inUse')
  return siblings === 1 ? say('lastOne') : undefined
}

function Name({ category: { name, isHidden }, apps }: { category: SubCategory; apps: number }) {
  const say = useTexts('platform-portal')
  const language = useLanguage()
  return (
    <span>
      {name[language]} {apps > 0 && <Typography.Text type="secondary">{say('apps', { count: apps })}</Typography.Text>}{' '}
      {isHidden && <Tag>{say('hidden')}</Tag>}
    </span>
  )
}

function Shown({ category, onChange }: { category: SubCategory; onChange: (isHidden: boolean) => void }) {
  const say = useTexts('platform-portal')
  const language = useLanguage()
  return (
    <Switch
      size="small"
      checked={!category.isHidden}
      aria-label={`${say('offered')} ${category.name[language]}`}
      onChange={(isOffered) => onChange(!isOffered)}
    />
  )
}
