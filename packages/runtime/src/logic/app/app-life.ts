/** `App({...})`, `getApp()` and the life cycle of the app as a whole. */
import type { LaunchOptions } from '../../bridge/host-messages.ts'
import type { Listeners } from '../emitter.ts'
import { isFunction, isRecord } from '../values.ts'

export class AppLife {
  private readonly events: Listeners
  private readonly guard: (work: () => void) => void
  private app: Record<string, unknown> | undefined
  private default: Record<string, unknown> | undefined
  private isLaunched = false
  private isShown = false
  private enter: LaunchOptions

  constructor(launch: LaunchOptions, events: Listeners, guard: (work: () => void) => void) {
    this.enter = launch
    this.events = events
    this.guard = guard
  }

  get enterOptions(): LaunchOptions {
    return this.enter
  }

  readonly register = (given: unknown): void => {
    const app = isRecord(given) ? given : {}
    if (this.default !== undefined) Object.assign(app, { ...this.default, ...app })
    this.app = app
  }

  readonly current = (options?: unknown): unknown => {
    if (this.app !== undefined) return this.app
    if (isRecord(options) && options['allowDefault'] === true) return (this.default ??= {})
    return undefined
  }

  /** Once app.js has run. */
  launch(launch: LaunchOptions): void {
    if (this.isLaunched) return
    this.isLaunched = true
    this.call('onLaunch', { ...launch, query: { ...launch.query } })
    this.show(launch)
  }

  show(options: LaunchOptions | undefined): void {
    if (options !== undefined) this.enter = options
    if (this.isShown || !this.isLaunched) return
    this.isShown = true
    const given = { ...this.enter, query: { ...this.enter.query } }
    this.call('onShow', given)
    this.events.emit('appShow', given)
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.call('onHide')
    this.events.emit('appHide', undefined)
  }

  /** `onError`, `onUnhandledRejection`, `onPageNotFound`, `onThemeChange`: the App's function and the listeners of `wx`. */
  tell(event: 'error' | 'unhandledRejection' | 'pageNotFound' | 'themeChange', value: unknown): void {
    this.call(`on${event.charAt(0).toUpperCase()}${event.slice(1)}`, value)
    this.events.emit(event, value)
  }

  private call(name: string, ...args: readonly unknown[]): void {
    const app = this.app
    const method = app?.[name]
    if (isFunction(method)) this.guard(() => void method.apply(app, [...args]))
  }
}
