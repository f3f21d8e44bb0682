/** Ctrl or Cmd with K: any page and any mini-program by its name. */
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { api } from './client.ts'
import { useTexts } from './language.ts'
import { appIdOf, useEntries } from './menu.tsx'

const shownCount = 8

export function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [open])
}

export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useTexts()
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={say('search')} destroyOnHidden>
      <Search onClose={onClose} />
    </Modal>
  )
}

function Search({ onClose }: { onClose: () => void }) {
  const say = useTexts()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const entriesOf = useEntries()
  const apps = useQuery({ queryKey: ['apps'], queryFn: () => api().apps.list() })
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const appId = appIdOf(pathname)
  const targets = [
    ...(appId === undefined ? [] : entriesOf('app', appId)),
    ...entriesOf('team'),
    ...entriesOf('platform'),
    ...entriesOf('account'),
    ...(apps.data ?? []).map(({ id, name }) => ({ path: `/apps/${id}`, title: name })),
  ]
  const found = targets
    .filter(({ path, title }) => `${title} ${path}`.toLowerCase().includes(text.trim().toLowerCase()))
    .slice(0, shownCount)
  const go = async (path: string | undefined) => {
    if (path === undefined) return
    onClose()
    await navigate({ to: path })
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') void go(found[chosen]?.path)
    if (step === undefined || found.length === 0) return
    event.preventDefault()
    setChosen((chosen + step + found.length) % found.length)
  }
  return (
    <>
      <Input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
        aria-label={say('searchHint')}
        placeholder={say('searchHint')}
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
      />
      {found.length === 0 && <p role="status">{say('nothingFound')}</p>}
      <ul id="palette-list" role="listbox" className="palette" aria-label={say('search')}>
        {found.map(({ path, title }, index) => (
          <li
            key={path}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => void go(path)}
          >
            {title}
          </li>
        ))}
      </ul>
    </>
  )
}
