/** What the device, the window and the app look like, in WeChat's words. */
import type { BootData } from '@banyan/contract/boot'
import type { AppConfig } from '@banyan/contract/package-format'
import type { ViewEnvironment } from '../bridge/frame-messages.ts'
import type { SystemSnapshot } from '../bridge/host-messages.ts'
import { isDarkPreferred, isMotionReduced } from './ui/dom.ts'
import { capsuleRect } from './ui/capsule.ts'

/** WeChat's base library whose behaviour we follow. */
const sdkVersion = '3.8.0'
export const navigationBarPx = 44

export type Theme = 'light' | 'dark'

export function themeOf(config: AppConfig): Theme {
  return config.darkmode && isDarkPreferred() ? 'dark' : 'light'
}

/** `@name` of theme.json -> its value in this theme. */
export function resolveThemeValue(config: AppConfig, theme: Theme, value: string): string {
  if (!value.startsWith('@')) return value
  return config.theme?.[theme][value.slice(1)] ?? config.theme?.light[value.slice(1)] ?? value
}

export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

export function readSafeArea(): Insets {
  const probe = document.createElement('div')
  probe.style.cssText =
    'position:fixed;visibility:hidden;padding:env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left)'
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const side = (name: 'Top' | 'Right' | 'Bottom' | 'Left') => Number.parseFloat(style[`padding${name}`]) || 0
  const insets = { top: side('Top'), right: side('Right'), bottom: side('Bottom'), left: side('Left') }
  probe.remove()
  return insets
}

export function viewEnvironment(boot: BootData, config: AppConfig): ViewEnvironment {
  return {
    theme: themeOf(config),
    locale: boot.locale,
    textScale: 1,
    reducedMotion: isMotionReduced(),
    styleV2: config.style === 'v2',
    safeArea: readSafeArea(),
  }
}

/** Sizes of the column the app runs in; `page` is the part below the bars. */
export interface Metrics {
  screen: { width: number; height: number }
  page: { width: number; height: number; top: number }
}

export function windowInfo(metrics: Metrics): Record<string, unknown> {
  const safe = readSafeArea()
  const { screen, page } = metrics
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: page.width,
    windowHeight: page.height,
    statusBarHeight: safe.top,
    screenTop: page.top,
    safeArea: {
      left: safe.left,
      right: screen.width - safe.right,
      top: safe.top,
      bottom: screen.height - safe.bottom,
      width: screen.width - safe.left - safe.right,
      height: screen.height - safe.top - safe.bottom,
    },
  }
}

export function systemSnapshot(
  boot: BootData,
  config: AppConfig,
  options: { metrics: Metrics; permissions: Readonly<Record<string, boolean>> },
): SystemSnapshot {
  const { metrics } = options
  const safe = readSafeArea()
  const top = safe.top + capsuleRect.top
  const right = metrics.screen.width - capsuleRect.right
  const { width, height } = capsuleRect
  return {
    device: deviceInfo(),
    window: windowInfo(metrics),
    appBase: {
      SDKVersion: sdkVersion,
      version: '8.0.50',
      language: boot.locale,
      theme: themeOf(config),
      enableDebug: config.debug,
      fontSizeSetting: 16,
      fontSizeScaleFactor: 1,
      host: { env: 'WeChat', appId: boot.appId, version: 0 },
    },
    setting: {
      bluetoothEnabled: false,
      locationEnabled: 'geolocation' in navigator,
      wifiEnabled: true,
      deviceOrientation: innerWidth > innerHeight ? 'landscape' : 'portrait',
    },
    authorize: {
      albumAuthorized: 'authorized',
      bluetoothAuthorized: 'denied',
      cameraAuthorized: 'not determined',
      locationAuthorized: options.permissions['scope.userLocation'] === true ? 'authorized' : 'not determined',
      locationReducedAccuracy: false,
      microphoneAuthorized: 'not determined',
      notificationAuthorized: 'not determined',
      phoneCalendarAuthorized: 'denied',
    },
    menuButton: { width, height, top, right, bottom: top + height, left: right - width },
    account: { appId: boot.appId, envVersion: boot.release.channel, version: boot.release.version },
  }
}

function deviceInfo(): Record<string, unknown> {
  const { userAgent } = navigator
  const ios = /iPhone|iPad|iPod/.test(userAgent)
  const android = /Android ([\d.]+)/.exec(userAgent)
  const iosVersion = /OS (\d+[_\d]*) like Mac/.exec(userAgent)?.[1]?.replaceAll('_', '.')
  const desktop = /Mac OS X/.test(userAgent) ? 'mac' : 'windows'
  return {
    abi: '',
    benchmarkLevel: 40,
    brand: ios ? 'iPhone' : (/; ([\w]+)[^;]* Build/.exec(userAgent)?.[1] ?? 'unknown'),
    model: ios ? 'iPhone' : (/; ([^;)]+) Build/.exec(userAgent)?.[1] ?? 'web'),
    system: ios ? `iOS ${iosVersion ?? ''}`.trim() : android === null ? desktop : `Android ${android[1] ?? ''}`,
    platform: ios ? 'ios' : android === null ? desktop : 'android',
    cpuType: 'unknown',
    memorySize: 4096,
  }
}
