/**
 * The first screen in the HTML of a host page: bars of the platform around the frame of the first page, in it the page's snapshot.
 * The host's script takes the frame over where it stands; a frame that is moved would start again.
 */
import type { AppConfig, WindowConfig } from './package-format.ts'
import { pageGround } from './tokens.ts'
import { escapeMarkup, snapshotMarkup, snapshotStyle, type Snapshot } from './snapshot-markup.ts'

export interface FirstScreenValues {
  config: AppConfig
  /** The page that the address names; the entry page when it names none. */
  route: string
  snapshot: Snapshot | undefined
  app: { name: string; iconUrl?: string }
  nonce: string
  lang: string
  /** `RuntimeBuild.firstFrame`. */
  frame: string
  loading: string
}

const tabHeightsPx = { bottom: 50, top: 44 } as const
const safeColor = /^(?:#[\da-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%/]{1,40}\))$/i

/** Undefined when the app has no such page: then the host says so. */
export function firstScreen(values: FirstScreenValues): string | undefined {
  const { config, snapshot, app } = values
  const route = values.route === '' ? config.entryPagePath : values.route
  if (!config.pages.includes(route)) return undefined
  const page = Object.hasOwn(config.pageConfigs, route) ? config.pageConfigs[route] : undefined
  const window: WindowConfig = { ...config.window, ...page?.window }
  const colors = new Colors(config)
  const tab = config.tabBar?.list.findIndex(({ pagePath }) => pagePath === route) ?? -1
  const isTabbed = tab >= 0
  const bar = colors.use(window.navigationBarBackgroundColor, '#000000')
  const text = colors.use(window.navigationBarTextStyle, 'white')
  const ground = colors.use(window.backgroundColorContent ?? window.backgroundColor, pageGround.light, pageGround.dark)
  const body = [
    `<section class="page shown ${isTabbed ? 'tabbed' : 'above'}" style="background-color:${ground}">`,
    `<header class="bar${window.navigationStyle === 'custom' ? ' custom' : ''}" style="background-color:${bar};color:${text}">`,
    `<h1><span>${escapeMarkup(window.navigationBarTitleText ?? '')}</span></h1></header>`,
    frameElement(values, ground),
    '</section>',
    isTabbed ? tabBar(config, tab, colors) : '',
    snapshot === undefined ? launchScreen(app, values.loading) : '',
  ].join('')
  return `${colors.style()}<div class="app" style="${room(config)}">${body}</div>`
}

function frameElement({ snapshot, nonce, lang, frame, config }: FirstScreenValues, ground: string): string {
  const places: Readonly<Record<string, string>> = {
    nonce,
    lang,
    dark: config.darkmode ? '1' : '0',
    v2: config.style === 'v2' ? ' data-style="v2"' : '',
    style: snapshot === undefined ? '' : snapshotStyle(snapshot.css),
    body: snapshot === undefined ? '' : `<wx-page id="banyan-snapshot">${snapshotMarkup(snapshot.nodes)}</wx-page>`,
  }
  const html = frame.replace(/\{\{(\w+)\}\}/g, (place, name: string) => places[name] ?? place)
  const mark = snapshot === undefined ? '' : ' data-snapshot'
  return `<iframe id="banyan-first"${mark} sandbox="allow-scripts" allow="autoplay; fullscreen" referrerpolicy="no-referrer" style="background-color:${ground}" srcdoc="${escapeMarkup(html)}"></iframe>`
}

function tabBar({ tabBar: bar }: AppConfig, selected: number, colors: Colors): string {
  if (bar === undefined || bar.custom) return ''
  const edge = bar.borderStyle === 'white' ? '#fff' : 'rgba(127,127,127,.4)'
  const tabs = bar.list.map((item, index) => {
    const color = index === selected ? bar.selectedColor : bar.color
    const picture = item.iconPath === undefined || item.iconPath === '' ? '' : '<img alt="">'
    return `<button type="button" tabindex="-1" style="color:${colors.use(color, 'inherit')}"${index === selected ? ' aria-selected="true"' : ''}><span class="face">${picture}</span><span>${escapeMarkup(item.text)}</span></button>`
  })
  return `<nav id="banyan-first-tabs" class="tabs ${bar.position}" style="background-color:${colors.use(bar.backgroundColor, '#ffffff')};--edge:${edge}">${tabs.join('')}</nav>`
}

/** As the host's tab bar keeps it. */
function room({ tabBar: bar }: AppConfig): string {
  if (bar === undefined || bar.custom) return ''
  const height = tabHeightsPx[bar.position]
  const side = bar.position === 'top' ? '--tab-top' : '--tab-bottom'
  return `--tab-height:${height}px;${side}:calc(${height}px + env(safe-area-inset-bottom))`
}

function launchScreen(app: FirstScreenValues['app'], loading: string): string {
  const mark =
    app.iconUrl === undefined
      ? `<span class="mark" aria-hidden="true">${escapeMarkup(Array.from(app.name)[0] ?? '')}</span>`
      : `<img class="mark" src="${escapeMarkup(app.iconUrl)}" alt="">`
  return `<div class="launch">${mark}<b>${escapeMarkup(app.name)}</b><span class="dots" role="progressbar" aria-label="${escapeMarkup(loading)}"><i></i><i></i><i></i></span></div>`
}

/** Colours of the app, in both themes: the server does not know which one is on. What is no colour is left out. */
class Colors {
  readonly #config: AppConfig
  readonly #light: string[] = []
  readonly #dark: string[] = []

  constructor(config: AppConfig) {
    this.#config = config
  }

  use(value: string | undefined, fallback: string, darkFallback = fallback): string {
    const name = `--first-${this.#light.length}`
    this.#light.push(`${name}:${this.#resolve(value, 'light', fallback)}`)
    this.#dark.push(`${name}:${this.#resolve(value, 'dark', darkFallback)}`)
    return `var(${name})`
  }

  style(): string {
    const dark = this.#config.darkmode ? `@media(prefers-color-scheme:dark){:root{${this.#dark.join(';')}}}` : ''
    return `<style>:root{${this.#light.join(';')}}${dark}</style>`
  }

  #resolve(value: string | undefined, theme: 'light' | 'dark', fallback: string): string {
    const { theme: themes } = this.#config
    const found =
      value?.startsWith('@') === true ? (themes?.[theme][value.slice(1)] ?? themes?.light[value.slice(1)]) : value
    return found !== undefined && safeColor.test(found) ? found : fallback
  }
}
