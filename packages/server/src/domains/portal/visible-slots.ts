/** Which slots a visitor sees now. Pure. */
import type { Slot } from '@banyan/contract/portal'
import type { PublicApp } from '#domains/apps'

export type VisibleSlot = Omit<Slot, 'apps'> & { apps: readonly [PublicApp, ...PublicApp[]] }

export function visibleSlots(slots: readonly Slot[], published: readonly PublicApp[], now: Date): VisibleSlot[] {
  const byId = new Map(published.map((app) => [app.id, app]))
  return slots
    .filter(({ isOn, from, until }) => isOn && isWithin({ from, until }, now))
    .flatMap((slot) => {
      const [first, ...others] = slot.apps.flatMap((id) => byId.get(id) ?? [])
      return first === undefined ? [] : [{ ...slot, apps: [first, ...others] }]
    })
}

function isWithin({ from, until }: Pick<Slot, 'from' | 'until'>, now: Date): boolean {
  return (from === null || new Date(from) <= now) && (until === null || now < new Date(until))
}
