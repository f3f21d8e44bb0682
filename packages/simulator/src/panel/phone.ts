/** The phone: its settings, its frame, and the app in it. */
import { deviceOf, devices, networks, type NetworkKind, type PhoneSettings } from '../prelude/settings.ts'
import '../prelude/window.ts'
import { choice, field, h } from './dom.ts'
import type { Panel } from './panel.ts'
import { texts } from './texts.ts'

const storeKey = 'banyan:simulator:settings'
const scopes = ['scope.userLocation', 'scope.camera', 'scope.record', 'scope.writePhotosAlbum', 'scope.addPhoneContact']
const initial: PhoneSettings = {
  device: 'iphone-15',
  isLandscape: false,
  theme: 'light',
  textScale: 1,
  network: 'online',
  locale: '',
  location: undefined,
  startPage: '',
  scene: 1001,
  query: '',
  referrerAppId: '',
  user: '',
  permissions: {},
}

export interface Phone {
  bar: HTMLElement
  stage: HTMLElement
  settings: Panel
  frame: HTMLIFrameElement
}

export function createPhone(appUrl: string): Phone {
  let settings = read()
  window.banyanPhoneSettings = settings
  const frame = document.createElement('iframe')
  frame.title = 'mini-program'
  const startUrl = () => appUrl + settings.startPage
  frame.src = startUrl()
  const notch = h('div', { class: 'notch' })
  const shell = h('div', { class: 'shell' }, frame, notch)
  const stage = h('div', { class: 'stage' }, shell)
  const panel = h('div', { class: 'settings' })
  const bar = h('div', { class: 'bar' })

  const fit = () => {
    const { width, height, notch: shape } = deviceOf(settings.device)
    const [w, tall] = settings.isLandscape ? [height, width] : [width, height]
    const scale = Math.min(1, (stage.clientWidth - 48) / w, (stage.clientHeight - 48) / tall)
    shell.style.cssText = `width:${w}px;height:${tall}px;transform:translate(-50%,-50%) scale(${Math.max(0.2, scale)})`
    notch.className = `notch ${shape}${settings.isLandscape ? ' turned' : ''}`
  }
  new ResizeObserver(fit).observe(stage)

  /** Some settings reach a running app; the others are read when it starts. */
  const change = (part: Partial<PhoneSettings>, needsStart = true) => {
    settings = { ...settings, ...part }
    window.banyanPhoneSettings = settings
    localStorage.setItem(storeKey, JSON.stringify(settings))
    frame.contentWindow?.banyanApplySettings?.(settings)
    fit()
    if (needsStart) frame.contentWindow?.location.reload()
    draw()
  }

  /** Which pages there are may change with each build, so they are asked for when somebody looks. */
  const startChoice = h('div', {})
  const drawStartPages = async () => {
    const routes: unknown = await (await fetch(`${appUrl}-/start-pages`)).json()
    const [first = '', ...others] = Array.isArray(routes) ? routes.map(String) : []
    const options = [['', first] as const, ...others.map((route) => [route, route] as const)]
    startChoice.replaceChildren(
      choice(texts.startPage, options, others.includes(settings.startPage) ? settings.startPage : '', (startPage) => {
        change({ startPage }, false)
        frame.contentWindow?.location.assign(startUrl())
      }),
    )
  }

  const draw = () => {
    bar.replaceChildren(
      choice(
        texts.device,
        devices.map(({ id, name, width, height }) => [id, `${name} ${width}×${height}`]),
        settings.device,
        (device) => change({ device }),
      ),
      h('button', { click: () => change({ isLandscape: !settings.isLandscape }) }, texts.rotate),
      choice(
        texts.theme,
        [
          ['light', texts.light],
          ['dark', texts.dark],
        ],
        settings.theme,
        (theme) => change({ theme: theme === 'dark' ? 'dark' : 'light' }, false),
      ),
      choice(texts.network, networkNames(), settings.network, (network) =>
        change({ network: isNetwork(network) ? network : 'online' }, false),
      ),
      h('button', { click: () => frame.contentWindow?.history.back() }, texts.back),
      h('button', { click: () => frame.contentWindow?.location.assign(startUrl()) }, texts.restart),
    )
    const { location } = settings
    panel.replaceChildren(
      choice(
        texts.text,
        [
          ['1', texts.standard],
          ['1.25', texts.large],
          ['1.5', texts.elder],
        ],
        String(settings.textScale),
        (scale) => change({ textScale: Number(scale) }),
      ),
      choice(
        texts.locale,
        [
          ['', texts.auto],
          ['zh_CN', '中文'],
          ['en', 'English'],
        ],
        settings.locale,
        (locale) => change({ locale: locale === 'en' || locale === 'zh_CN' ? locale : '' }),
      ),
      field(
        texts.location,
        location === undefined ? '' : `${location.latitude},${location.longitude}`,
        (text) => change({ location: parseLocation(text) }, false),
        texts.locationHint,
      ),
      startChoice,
      field(texts.scene, String(settings.scene), (scene) => change({ scene: Number(scene) || 1001 })),
      field(texts.query, settings.query, (query) => change({ query }), 'id=1'),
      field(texts.referrer, settings.referrerAppId, (referrerAppId) => change({ referrerAppId })),
      choice(
        texts.user,
        [
          ['', texts.user0],
          ['a', 'A'],
          ['b', 'B'],
          ['c', 'C'],
        ],
        settings.user,
        (user) => change({ user }),
      ),
      ...scopes.map((scope) =>
        choice(
          scope.replace('scope.', ''),
          [
            ['', texts.ask],
            ['true', texts.allowed],
            ['false', texts.refused],
          ],
          String(settings.permissions[scope] ?? ''),
          (state) => {
            const { [scope]: _, ...others } = settings.permissions
            change({ permissions: state === '' ? others : { ...others, [scope]: state === 'true' } })
          },
        ),
      ),
    )
  }
  draw()
  return { bar, stage, settings: { root: panel, open: () => void drawStartPages() }, frame }
}

function networkNames(): (readonly [string, string])[] {
  return Object.keys(networks).map((name) => [
    name,
    name === 'online' ? texts.online : name === 'offline' ? texts.offline : name,
  ])
}

function isNetwork(name: string): name is NetworkKind {
  return Object.hasOwn(networks, name)
}

function parseLocation(text: string): PhoneSettings['location'] {
  const [latitude = Number.NaN, longitude = Number.NaN] = text.split(',').map(Number)
  return Number.isFinite(latitude) && Number.isFinite(longitude) && text.includes(',')
    ? { latitude, longitude, accuracy: 20 }
    : undefined
}

function read(): PhoneSettings {
  try {
    return { ...initial, ...JSON.parse(localStorage.getItem(storeKey) ?? '{}') }
  } catch {
    return initial
  }
}
