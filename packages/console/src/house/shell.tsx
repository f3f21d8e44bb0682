/** What is always there: the menu, the search, the team, the person. */
import { MenuOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Dropdown, Flex, Grid, Layout, Menu, Select, Typography } from 'antd'
import { useState } from 'react'
import { ConfirmProvider } from './action.tsx'
import { useBrandName } from './brand.tsx'
import { api, chooseWorkspace } from './client.ts'
import { useTexts } from './language.ts'
import { useLiveChanges } from './live.ts'
import { useMenu } from './menu.tsx'
import { Palette, usePaletteKey } from './palette.tsx'
import { Preferences } from './preferences.tsx'
import { meKey, useMe } from './session.tsx'

export function Shell() {
  const say = useTexts()
  const brandName = useBrandName()
  const { pathname } = useLocation()
  const isWide = Grid.useBreakpoint().lg ?? window.innerWidth >= 992
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  usePaletteKey(() => setPaletteOpen(true))
  useLiveChanges()
  const navigation = <Navigation pathname={pathname} onChosen={() => setMenuOpen(false)} />
  return (
    <ConfirmProvider>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <Layout className="shell">
        <Layout.Header className="topbar">
          {!isWide && (
            <Button type="text" icon={<MenuOutlined />} aria-label={say('menu')} onClick={() => setMenuOpen(true)} />
          )}
          <Link to="/" className="brand">
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <Typography.Text strong>{brandName}</Typography.Text>
          </Link>
          <Flex flex={1} justify="flex-end" align="center" gap={4}>
            <Button icon={<SearchOutlined />} aria-label={say('search')} onClick={() => setPaletteOpen(true)}>
              {isWide ? say('search') : null}
            </Button>
            {isWide && <Workspaces />}
            <Preferences />
            <Person />
          </Flex>
        </Layout.Header>
        <Layout>
          {isWide ? (
            <Layout.Sider width={232} className="sidebar">
              {navigation}
            </Layout.Sider>
          ) : (
            <Drawer
              placement="left"
              size={280}
              open={isMenuOpen}
              onClose={() => setMenuOpen(false)}
              title={say('menu')}
            >
              <Workspaces />
              {navigation}
            </Drawer>
          )}
          <Layout.Content id="content" role="main" tabIndex={-1}>
            <Outlet />
          </Layout.Content>
        </Layout>
      </Layout>
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
    </ConfirmProvider>
  )
}

function Navigation({ pathname, onChosen }: { pathname: string; onChosen: () => void }) {
  const say = useTexts()
  const { items, selectedKey } = useMenu(pathname)
  return (
    <nav aria-label={say('menu')}>
      <Menu mode="inline" items={items} selectedKeys={[selectedKey]} onClick={onChosen} />
    </nav>
  )
}

function Workspaces() {
  const say = useTexts()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  if (me.workspaces.length < 2) return null
  const choose = async (workspaceId: string) => {
    chooseWorkspace(workspaceId)
    queries.clear()
    await navigate({ to: '/' })
  }
  return (
    <Select
      aria-label={say('team')}
      value={me.workspaceId}
      options={me.workspaces.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(workspaceId) => void choose(workspaceId)}
    />
  )
}

function Person() {
  const say = useTexts()
  const me = useMe()
  const queries = useQueryClient()
  const signOut = async () => {
    await api().identity.signOut()
    chooseWorkspace(null)
    queries.clear()
    await queries.invalidateQueries({ queryKey: meKey })
    window.location.assign('/console')
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'name', type: 'group', label: me.name },
          { key: 'account', label: <Link to="/account">{say('account')}</Link> },
          { key: 'portal', label: <a href="/">{say('portal')}</a> },
          { key: 'out', label: say('signOut'), onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={say('account')} />
    </Dropdown>
  )
}
