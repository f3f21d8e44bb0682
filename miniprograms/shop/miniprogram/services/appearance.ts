import { texts } from '../text/texts'
import { currentLanguage } from './language'

export type Appearance = 'system' | 'light' | 'dark'

const storageKey = 'appearance'
const colours = {
  light: { bar: '#F5F8F6', front: '#000000', tab: '#FFFFFF', tabText: '#51605A', tabOn: '#0B7A63', border: 'white' },
  dark: { bar: '#0F1613', front: '#ffffff', tab: '#17201C', tabText: '#A3B3AC', tabOn: '#4CC3A5', border: 'black' },
} as const
const tabs = ['home', 'list', 'cart', 'profile'] as const

/** The bars follow theme.json by themselves until this session has once painted them by hand. */
let hasPaintedBars = false
let dressedTabs = 'zh system'

export function appearanceChoice(): Appearance {
  const chosen = wx.getStorageSync<string>(storageKey)
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

export function chooseAppearance(appearance: Appearance): void {
  wx.setStorageSync(storageKey, appearance)
}

/** Gives the bars around the page the chosen colours and language. Called when a page is shown. */
export function dressBars(): void {
  const appearance = appearanceChoice()
  const theme = appearance === 'system' ? (wx.getAppBaseInfo().theme ?? 'light') : appearance
  if (appearance !== 'system' || hasPaintedBars) paintBars(theme)
  const wanted = `${currentLanguage()} ${appearance}`
  if (wanted === dressedTabs || !isTabPage()) return
  dressedTabs = wanted
  const words = texts().tabs
  for (const [index, name] of tabs.entries()) {
    wx.setTabBarItem({
      index,
      text: words[name],
      iconPath: `assets/tab/${name}-${theme}.png`,
      selectedIconPath: `assets/tab/${name}-${theme}-on.png`,
      fail: () => (dressedTabs = ''),
    })
  }
}

function paintBars(theme: 'light' | 'dark'): void {
  const { bar, front, tab, tabText, tabOn, border } = colours[theme]
  hasPaintedBars = true
  wx.setNavigationBarColor({ frontColor: front, backgroundColor: bar, fail: ignore })
  if (isTabPage()) {
    wx.setTabBarStyle({ color: tabText, selectedColor: tabOn, backgroundColor: tab, borderStyle: border, fail: ignore })
  }
}

function isTabPage(): boolean {
  const route = getCurrentPages().at(-1)?.route ?? ''
  return tabs.some((name) => route === `pages/${name}/${name}`)
}

/** The page changed meanwhile; the next one that is shown paints its own bars. */
function ignore(): void {}
