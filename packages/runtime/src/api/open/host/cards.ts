/** Cards that the user keeps on this device for all mini-programs: addresses, invoice titles, number plates. */
export type Card = Readonly<Record<string, string>>

const maxCards = 50
const maxText = 200

export interface CardStore {
  all(): readonly Card[]
  save(cards: readonly Card[]): void
}

export function openCards(name: string): CardStore {
  const key = `banyan:cards:${name}`
  let cards = read(key)
  return {
    all: () => cards,
    save(changed) {
      cards = changed.slice(0, maxCards)
      try {
        localStorage.setItem(key, JSON.stringify(cards))
      } catch {
        // They live as long as the sheet.
      }
    },
  }
}

function read(key: string): readonly Card[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.slice(0, maxCards).map(textsOf) : []
  } catch {
    return []
  }
}

function textsOf(stored: unknown): Card {
  if (typeof stored !== 'object' || stored === null) return {}
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(stored)) {
    if (typeof value === 'string') texts[name] = value.slice(0, maxText)
  }
  return texts
}
