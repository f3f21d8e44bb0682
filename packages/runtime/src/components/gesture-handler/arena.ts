/**
 * Of the gesture handlers around a finger the first that recognises its gesture takes it, from the innermost out; the others fail, unless
 * they may recognise together (`simultaneous-handlers`).
 */
export interface Contender {
  /** Its own `tag`. */
  tag(): string
  /** Tags that it may win together with. */
  friends(): readonly string[]
  lose(): void
}

const arenas = new Map<number, { contenders: Set<Contender>; winners: Set<Contender> }>()

export function enter(pointer: number, contender: Contender): void {
  const arena = arenas.get(pointer) ?? { contenders: new Set<Contender>(), winners: new Set<Contender>() }
  arenas.set(pointer, arena)
  arena.contenders.add(contender)
}

/** Answers whether the contender may go on as the recognised gesture. */
export function claim(pointer: number, contender: Contender): boolean {
  const arena = arenas.get(pointer)
  if (arena === undefined) return true
  for (const winner of arena.winners) {
    if (winner !== contender && !areFriends(winner, contender)) return false
  }
  arena.winners.add(contender)
  for (const other of arena.contenders) {
    if (other !== contender && !areFriends(other, contender)) other.lose()
  }
  return true
}

export function leave(pointer: number, contender: Contender): void {
  const arena = arenas.get(pointer)
  arena?.contenders.delete(contender)
  arena?.winners.delete(contender)
  if (arena?.contenders.size === 0) arenas.delete(pointer)
}

function areFriends(a: Contender, b: Contender): boolean {
  return (b.tag() !== '' && a.friends().includes(b.tag())) || (a.tag() !== '' && b.friends().includes(a.tag()))
}
