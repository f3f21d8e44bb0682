/** Reads `BORDERS` and answers which room a file belongs to. */
export interface Room {
  readonly name: string
  readonly patterns: readonly RegExp[]
  readonly mayImport: ReadonlySet<string>
  /** Packages from npm that the room may use; undefined: any. */
  readonly npm: ReadonlySet<string> | undefined
}

export function parseBorders(text: string): readonly Room[] {
  const rooms: Room[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.replace(/#.*/, '').trim()
    if (content === '') continue
    const [left = '', right = ''] = content.split('->')
    const [name, ...folders] = left.trim().split(/\s+/)
    if (name === undefined || folders.length === 0 || !content.includes('->')) {
      throw new Error(`BORDERS:${index + 1}: expected "name folders -> rooms", found "${content}"`)
    }
    const entries = right
      .trim()
      .split(/\s+/)
      .filter((entry) => entry !== '')
    const npm = entries.filter((entry) => entry.startsWith('npm:')).map((entry) => entry.slice('npm:'.length))
    rooms.push({
      name,
      patterns: folders.map(patternOf),
      mayImport: new Set(entries.filter((entry) => !entry.startsWith('npm:'))),
      npm: npm.length === 0 ? undefined : new Set(npm),
    })
  }
  const names = new Set(rooms.map((room) => room.name))
  for (const room of rooms) {
    for (const entry of room.mayImport) {
      if (!names.has(entry))
        throw new Error(`BORDERS: room "${room.name}" may import "${entry}", which no line describes`)
    }
  }
  return rooms
}

export function roomOf(rooms: readonly Room[], file: string): Room | undefined {
  return rooms.findLast((room) => room.patterns.some((pattern) => pattern.test(file)))
}

function patternOf(folder: string): RegExp {
  const source = folder
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'))
  return new RegExp(`^${source}(/|$)`)
}
