/** What `setData` costs: how much was handed over, and how long until it was on the screen. */
import { platform } from '../../logic/platform.ts'
import { elementOf, Instance, servicesOf } from '../../logic/framework/instance.ts'
import type { Surroundings } from './surroundings.ts'
import { at } from './pages.ts'

export function timeUpdates({ tell }: Surroundings): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own object below
  const { setData } = Instance.prototype
  Instance.prototype.setData = function timedSetData(this: Instance, data: unknown, callback?: unknown): void {
    const startedAt = platform.now()
    setData.call(this, data, callback)
    const syncMs = platform.now() - startedAt
    const services = this[servicesOf]
    const element = this[elementOf]
    const page = services.pageId(element)
    services.afterRender(element, () =>
      tell('setData', {
        component: element.is,
        page,
        keys: keysOf(data),
        sizeBytes: sizeOf(data),
        at: at(startedAt),
        syncMs,
        shownMs: platform.now() - startedAt,
      }),
    )
  }
}

function keysOf(data: unknown): string[] {
  return typeof data === 'object' && data !== null ? Object.keys(data).slice(0, 50) : []
}

function sizeOf(data: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(data) ?? '').length
  } catch {
    return 0
  }
}
