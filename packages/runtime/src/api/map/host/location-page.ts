/** The host's own pages for a place: `wx.openLocation` shows one, `wx.chooseLocation` lets the user choose one. */
import { fromChinaDatum, toChinaDatum } from '../../../bridge/china-datum.ts'
import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { openDialog } from '../../../host/later/dialog.ts'
import { importPart } from '../../../host/later/extra-parts.ts'
import { addStylesOnce } from '../../../host/ui/add-styles.ts'
import { element } from '../../../host/ui/dom.ts'
import { openGround } from './ground.ts'
import type * as LocationPagePart from './location-page-part.ts'

export interface Place {
  latitude: number
  longitude: number
}

const words = {
  zh_CN: {
    map: '地图',
    compass: '指南针',
    open: '位置',
    choose: '选择位置',
    back: '返回',
    done: '确定',
    name: '名称',
    navigate: '导航',
  },
  en: {
    map: 'Map',
    compass: 'Compass',
    open: 'Location',
    choose: 'Choose a location',
    back: 'Back',
    done: 'Done',
    name: 'Name',
    navigate: 'Directions',
  },
}

const look = `
.place{position:absolute;top:0;right:0;bottom:0;left:0;display:flex;flex-direction:column;background:var(--banyan-surface,Canvas);color:var(--banyan-text,CanvasText);outline:none}
.place-bar{display:flex;align-items:center;justify-content:space-between;min-height:48px;padding:env(safe-area-inset-top) 8px 0}
.place-bar h2{font-size:17px;font-weight:600;margin:0}
.place-bar button,.place a{min-width:64px;min-height:44px;font-size:16px;border-radius:8px;padding:0 12px}
.place-bar .place-done,.place a{background:#07a650;color:#fff}
.place-map{position:relative;flex:1}
.place-pin{position:absolute;left:50%;top:50%;width:24px;height:34px;margin:-34px 0 0 -12px;pointer-events:none}
.place-card{padding:12px 16px calc(12px + env(safe-area-inset-bottom));display:flex;gap:12px;align-items:center}
.place-card>div{flex:1;min-width:0}
.place-card p{margin:4px 0 0;font-size:14px;opacity:.7}
.place-card strong{font-size:17px}
.place-card input{width:100%;box-sizing:border-box;min-height:44px;font-size:16px;padding:0 10px;border:1px solid var(--banyan-line,#888);border-radius:8px;background:transparent;color:inherit}
.place a{display:inline-grid;place-items:center;text-decoration:none}
`

const pin =
  '<svg viewBox="0 0 24 34" width="24" height="34" aria-hidden="true"><path d="M12 33C10 27 1 20 1 12a11 11 0 0 1 22 0c0 8-9 15-11 21z" fill="#07a650"/><circle cx="12" cy="12" r="4.5" fill="#fff"/></svg>'

export interface Shown extends Place {
  name: string
  address: string
  scale: number
}

/** Resolves when the page is there, as WeChat's does. */
export async function showPlace(host: HostContext, place: Shown): Promise<void> {
  const text = words[host.texts.locale]
  const link = element('a', { href: directionsTo(place), target: '_blank', rel: 'noopener noreferrer' }, text.navigate)
  const card = element(
    'div',
    { class: 'place-card' },
    element('div', {}, element('strong', {}, place.name || text.open), element('p', {}, place.address)),
    link,
  )
  const page = await openPage(host, { title: text.open, card, onDismiss: () => undefined })
  page.map.set(
    { ...place, markers: [{ id: 0, ...place, title: place.name }], 'show-scale': true, 'show-location': true },
    new Set(['latitude', 'longitude', 'scale', 'markers', 'show-location']),
  )
}

/** Rejects with `fail cancel` when the user goes back. */
export async function choosePlace(
  host: HostContext,
  start: Place | undefined,
): Promise<Place & { name: string; address: string }> {
  const text = words[host.texts.locale]
  const name = element('input', { type: 'text', placeholder: text.name, 'aria-label': text.name, maxlength: '100' })
  const where = element('p', { 'aria-live': 'polite' })
  const card = element('div', { class: 'place-card' }, element('div', {}, name, where))
  return new Promise((resolve, reject) => {
    const done = element('button', { type: 'button', class: 'place-done' }, text.done)
    const opening = openPage(host, {
      title: text.choose,
      card,
      done,
      onDismiss: () => reject(new HostFailure('fail cancel')),
      moved: (place) => void (where.textContent = describe(place)),
    })
    opening.then(({ map, close }) => {
      const first = start ?? { latitude: map.camera.latitude, longitude: map.camera.longitude }
      map.set(
        { ...first, scale: 16, 'show-location': true },
        new Set(['latitude', 'longitude', 'scale', 'show-location']),
      )
      where.textContent = describe(first)
      done.addEventListener('click', () => {
        close()
        const { latitude, longitude } = map.camera
        const address = describe({ latitude, longitude })
        resolve({ latitude, longitude, name: name.value.trim() || address, address })
      })
    }, reject)
  })
}

interface PageOptions {
  title: string
  card: HTMLElement
  /** With it a pin stands in the middle, where the place is chosen. */
  done?: HTMLElement
  onDismiss: () => void
  moved?: (place: Place) => void
}

async function openPage(host: HostContext, { title, card, done, onDismiss, moved }: PageOptions) {
  const text = words[host.texts.locale]
  const { createMap, mapStyle } = await importPart<typeof LocationPagePart>('location-page')
  addStylesOnce(look + mapStyle)
  const back = element('button', { type: 'button' }, text.back)
  const surface = element('div', { class: 'place-map' })
  const bar = element('div', { class: 'place-bar' }, back, element('h2', {}, title), done ?? element('span'))
  const panel = element('div', { class: 'place', role: 'dialog', 'aria-label': title }, bar, surface, card)
  const dismiss = () => {
    map.destroy()
    onDismiss()
  }
  const dialog = openDialog(host.root, panel, dismiss)
  const map = createMap({
    element: surface,
    loadPicture: (path) => host.pictureUrl(path),
    emit: (name) => {
      if (name === 'regionchange') moved?.({ latitude: map.camera.latitude, longitude: map.camera.longitude })
    },
    openBase: (ground) => openGround(ground, host),
    locate,
    words: text,
    isDark: () => document.documentElement.dataset.theme === 'dark',
    prefersStillness: matchMedia('(prefers-reduced-motion: reduce)').matches,
  })
  if (done !== undefined) {
    const mark = element('div', { class: 'place-pin' })
    mark.append(pictureOf(pin))
    surface.append(mark)
  }
  const close = () => {
    dialog.close()
    map.destroy()
  }
  back.addEventListener('click', () => {
    close()
    onDismiss()
  })
  return { map, close }
}

/** This page is the platform's own: what it learns reaches the app only when the user chooses it. */
function locate(found: (place: Place, headingDegrees: number | undefined) => void): () => void {
  if (!('geolocation' in navigator)) return () => undefined
  const watch = navigator.geolocation.watchPosition(
    ({ coords: { latitude, longitude } }) => found(toChinaDatum({ latitude, longitude }), undefined),
    () => undefined,
  )
  return () => navigator.geolocation.clearWatch(watch)
}

function describe({ latitude, longitude }: Place): string {
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`
}

/** The device's own map where there is one, in its datum. */
function directionsTo(place: Shown): string {
  const { latitude, longitude } = fromChinaDatum(place)
  const at = `${latitude.toFixed(6)},${longitude.toFixed(6)}`
  if (/Android/.test(navigator.userAgent)) return `geo:${at}?q=${at}(${encodeURIComponent(place.name)})`
  if (/iPhone|iPad|Mac OS X/.test(navigator.userAgent)) return `https://maps.apple.com/?daddr=${at}`
  return `https://www.openstreetmap.org/?mlat=${latitude.toFixed(6)}&mlon=${longitude.toFixed(6)}#map=16/${at.replace(',', '/')}`
}

function pictureOf(svg: string): Node {
  const parsed = new DOMParser().parseFromString(
    svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '),
    'image/svg+xml',
  )
  return document.importNode(parsed.documentElement, true)
}
