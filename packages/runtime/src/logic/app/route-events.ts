/** `wx.onAppRoute` and its like: what happens to the stack of pages, told around the pages' own life cycles. */
import type { TransitionMessage } from '../../bridge/host-messages.ts'

interface RoutedPage {
  readonly id: number
  readonly route: string
  readonly query: Readonly<Record<string, string>>
}

type Stage = 'beforeAppRoute' | 'appRoute' | 'beforePageLoad' | 'afterPageLoad' | 'appRouteDone'

export class RouteEvents {
  private readonly emit: (name: string, value: unknown) => void
  private count = 0

  constructor(emit: (name: string, value: unknown) => void) {
    this.emit = emit
  }

  /** One change of the stack; the result tells its later stages. */
  begin(openType: TransitionMessage['openType'], page: RoutedPage): (stage: Stage) => void {
    this.count += 1
    const event = {
      path: page.route,
      query: { ...page.query },
      openType,
      webviewId: page.id,
      routeEventId: `route-${this.count}`,
      timeStamp: Date.now(),
      ...{ notFound: false, renderer: 'webview', componentFramework: 'glass-easel' },
    }
    return (stage) => this.emit(stage, { ...event, timeStamp: Date.now() })
  }

  unload(page: { readonly instance: object } | undefined, work: () => void): void {
    const event = { page: page?.instance }
    this.emit('beforePageUnload', event)
    work()
    this.emit('afterPageUnload', event)
  }
}
