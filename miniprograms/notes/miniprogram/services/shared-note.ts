/** A note that travels in a link: the page's query holds all of it, because there is no server that could keep it. */
import { colours, type Colour, type Item, type Note } from './notes'

export interface SharedNote {
  readonly title: string
  readonly text: string
  readonly items: readonly Item[]
  readonly colour: Colour
  /** The link had no room for the whole note. */
  readonly isCut: boolean
}

/** Chat programs and proxies cut longer addresses. */
const longestQuery = 3000

export function sharePath(note: Note): string {
  let { text } = note
  const written = note.items.filter((item) => item.text.trim() !== '')
  let items = written
  for (;;) {
    const isCut = text !== note.text || items.length < written.length
    const rows = items.map((item) => [item.isDone ? 1 : 0, item.text])
    const query = encodeURIComponent(JSON.stringify([note.title, text, rows, note.colour, isCut ? 1 : 0]))
    if (query.length <= longestQuery || (text === '' && items.length === 0)) return `/pages/shared/shared?note=${query}`
    if (items.length > 20) items = items.slice(0, Math.floor(items.length / 2))
    else if (text !== '') text = withoutHalfCharacter(text.slice(0, Math.floor(text.length * 0.8)))
    else items = items.slice(0, -1)
  }
}

/** A cut between the halves of an emoji leaves something that no address can carry. */
function withoutHalfCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}

/** Undefined when the link was damaged on its way. Takes a query that was decoded already as well as one that was not. */
export function readShared(query: string): SharedNote | undefined {
  const value = parse(query) ?? parse(decode(query))
  if (!Array.isArray(value)) return undefined
  const [title, text, rows, colour, isCut]: unknown[] = value
  if (typeof title !== 'string' || typeof text !== 'string' || !Array.isArray(rows)) return undefined
  const items = rows.flatMap((row: unknown, id): Item[] => {
    if (!Array.isArray(row)) return []
    const [isDone, words]: unknown[] = row
    return typeof words === 'string' ? [{ id, text: words, isDone: isDone === 1 }] : []
  })
  return { title, text, items, colour: colours.find((each) => each === colour) ?? 'paper', isCut: isCut === 1 }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
