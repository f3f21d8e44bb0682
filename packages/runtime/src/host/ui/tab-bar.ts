/** The tab bar of app.json, drawn once under all tab pages. */
import type { TabBarConfig } from '@banyan/contract/package-format'
import { element } from './dom.ts'
import type { Texts } from './texts.ts'

export interface TabBarStyle {
  color: string
  selectedColor: string
  backgroundColor: string
  borderStyle: string
}

export interface TabBar {
  indexOf(route: string): number
  select(index: number): void
  setVisible(isVisible: boolean): void
  setStyle(style: Partial<TabBarStyle>): void
  setItem(index: number, item: { text?: string; iconPath?: string; selectedIconPath?: string }): void
  setBadge(index: number, text: string | undefined): void
  setRedDot(index: number, isShown: boolean): void
  /** Room that a tab page leaves for the bar, in px. */
  readonly heightPx: number
  readonly count: number
}

const heightsPx = { bottom: 50, top: 44 } as const
const maxBadgeLength = 4

export function createTabBar(
  root: HTMLElement,
  config: TabBarConfig,
  options: { texts: Texts; loadIcon(path: string): Promise<string>; onTap(index: number): void },
): TabBar {
  const bar = element('nav', { class: `tabs ${config.position}`, role: 'tablist', 'aria-label': options.texts.tabs })
  const height = heightsPx[config.position]
  let selected = -1
  let isVisible = !config.custom
  const style: TabBarStyle = { ...config }
  const tabs = config.list.map((item, index) => createTab({ ...item }, () => options.onTap(index)))

  const paint = () => {
    bar.style.backgroundColor = style.backgroundColor
    bar.style.setProperty('--edge', style.borderStyle === 'white' ? '#fff' : 'rgba(127,127,127,.4)')
    tabs.forEach((tab, index) => {
      const isSelected = index === selected
      tab.button.style.color = isSelected ? style.selectedColor : style.color
      tab.button.setAttribute('aria-selected', String(isSelected))
      tab.button.tabIndex = isSelected ? 0 : -1
      tab.label.textContent = tab.item.text
      void showIcon(tab, isSelected)
    })
  }

  const showIcon = async (tab: Tab, isSelected: boolean) => {
    const path = isSelected ? (tab.item.selectedIconPath ?? tab.item.iconPath) : tab.item.iconPath
    tab.picture.hidden = path === undefined || path === ''
    if (path === undefined || path === '' || tab.shown === path) return
    tab.shown = path
    const url = await options.loadIcon(path).catch(() => '')
    if (tab.shown !== path) return
    if (url === '') tab.picture.hidden = true
    else tab.picture.src = url
  }

  const applyRoom = () => {
    const rootStyle = root.style
    bar.hidden = !isVisible
    rootStyle.setProperty('--tab-height', `${height}px`)
    const room = isVisible ? `calc(${height}px + env(safe-area-inset-bottom))` : '0px'
    rootStyle.setProperty(config.position === 'top' ? '--tab-top' : '--tab-bottom', room)
  }

  bar.append(...tabs.map(({ button }) => button))
  bar.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const at = tabs.findIndex(({ button }) => button === document.activeElement)
    tabs.at((at + step + tabs.length) % tabs.length)?.button.focus()
  })
  applyRoom()
  paint()

  return {
    indexOf: (route) => config.list.findIndex((item) => item.pagePath === route),
    select(index) {
      selected = index
      paint()
      if (bar.isConnected) return
      // The one that came with the page knows which tab is chosen.
      document.getElementById('banyan-first-tabs')?.remove()
      root.append(bar)
    },
    setVisible(visible) {
      isVisible = visible && !config.custom
      applyRoom()
    },
    setStyle(changes) {
      Object.assign(style, changes)
      paint()
    },
    setItem(index, changes) {
      const tab = tabs[index]
      if (tab === undefined) return
      Object.assign(tab.item, changes)
      paint()
    },
    setBadge(index, text) {
      const tab = tabs[index]
      if (tab === undefined) return
      tab.badge.hidden = text === undefined
      tab.badge.textContent = text === undefined ? '' : text.length > maxBadgeLength ? '…' : text
      if (text !== undefined) tab.dot.hidden = true
    },
    setRedDot(index, isShown) {
      const tab = tabs[index]
      if (tab === undefined) return
      tab.dot.hidden = !isShown
      if (isShown) tab.badge.hidden = true
    },
    get heightPx() {
      return isVisible ? height : 0
    },
    count: tabs.length,
  }
}

interface Tab {
  item: { text: string; iconPath?: string; selectedIconPath?: string }
  button: HTMLButtonElement
  picture: HTMLImageElement
  label: HTMLElement
  badge: HTMLElement
  dot: HTMLElement
  shown: string
}

function createTab(item: Tab['item'], onTap: () => void): Tab {
  const picture = element('img', { alt: '' })
  const label = element('span')
  const badge = element('span', { class: 'badge' })
  const dot = element('span', { class: 'dot' })
  badge.hidden = true
  dot.hidden = true
  const face = element('span', { class: 'face' }, picture, badge, dot)
  const button = element('button', { type: 'button', role: 'tab' }, face, label)
  button.addEventListener('click', onTap)
  return { item, button, picture, label, badge, dot, shown: '' }
}
