/** The notes of this device: one entry of the storage for each, so that none can spoil another and none outgrows an entry. */
export const colours = ['paper', 'amber', 'rose', 'sky', 'mint', 'lilac'] as const
export type Colour = (typeof colours)[number]

export interface Item {
  readonly id: number
  readonly text: string
  readonly isDone: boolean
}

export interface Note {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly items: readonly Item[]
  readonly colour: Colour
  readonly isPinned: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

const prefix = 'note:'

export function newNote(): Note {
  const now = Date.now()
  const id = `${now.toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`
  return { id, title: '', text: '', items: [], colour: 'paper', isPinned: false, createdAt: now, updatedAt: now }
}

export function allNotes(): readonly Note[] {
  const found: Note[] = []
  for (const key of wx.getStorageInfoSync().keys) {
    const note = key.startsWith(prefix) ? readNote(key.slice(prefix.length)) : undefined
    if (note !== undefined) found.push(note)
  }
  return found
}

export function readNote(id: string): Note | undefined {
  return wx.getStorageSync<Note | ''>(prefix + id) || undefined
}

/** Keeps the note; one without a word in it is not kept. False when the device has no room for it. */
export function saveNote(note: Note): boolean {
  if (isBlank(note)) {
    removeNote(note.id)
    return true
  }
  try {
    wx.setStorageSync(prefix + note.id, note)
    return true
  } catch {
    return false
  }
}

export function removeNote(id: string): void {
  wx.removeStorageSync(prefix + id)
}

export function isBlank({ title, text, items }: Note): boolean {
  return title.trim() === '' && text.trim() === '' && items.every((item) => item.text.trim() === '')
}

export function openItems({ items }: Note): number {
  return items.filter((item) => !item.isDone && item.text.trim() !== '').length
}

/** The note as a person would write it down. */
export function plainText({ title, text, items }: Pick<Note, 'title' | 'text' | 'items'>): string {
  const list = items.map((item) => `${item.isDone ? '[x]' : '[ ]'} ${item.text}`).join('\n')
  return [title, text, list].filter((part) => part.trim() !== '').join('\n')
}
