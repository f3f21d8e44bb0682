/** A font of one letter, written table by table: `A` is a black box three times as wide as high, which no other font shows. */

const unitsPerEm = 1000
const widthUnits = 3000

/** TrueType, as an address that `wx.loadFontFace` takes. */
export function wideFontUrl(): string {
  return `data:font/ttf;base64,${writeFont(tables()).toString('base64')}`
}

function tables(): [name: string, bytes: Buffer][] {
  const glyph = Buffer.concat([
    numbers(16, [1, 0, 0, widthUnits, unitsPerEm, 3, 0]),
    // Four corners on the curve, each told by its distance from the one before.
    Buffer.from([1, 1, 1, 1]),
    numbers(16, [0, widthUnits, 0, -widthUnits, 0, 0, unitsPerEm, 0]),
  ])
  const glyphs = Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)])
  return [
    ['OS/2', windowsMetrics()],
    ['cmap', characterMap()],
    ['glyf', glyphs],
    ['head', head()],
    ['hhea', numbers(16, [1, 0, 800, -200, 0, widthUnits, 0, 0, widthUnits, 1, 0, 0, 0, 0, 0, 0, 0, 2])],
    ['hmtx', numbers(16, [500, 0, widthUnits, 0])],
    // The first glyph, for what the font does not have, is empty.
    ['loca', numbers(32, [0, 0, glyphs.length])],
    ['maxp', numbers(16, [1, 0, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['name', names(['Wide', 'Regular', 'Wide Regular', 'Wide', '1.0', 'Wide-Regular'])],
    ['post', numbers(32, [0x00030000, 0, 0, 0, 0, 0, 0, 0])],
  ]
}

function head(): Buffer {
  return Buffer.concat([
    numbers(32, [0x00010000, 0x00010000, 0, 0x5f0f3cf5]),
    numbers(16, [3, unitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, widthUnits, unitsPerEm, 0, 8, 2, 1, 0]),
  ])
}

function windowsMetrics(): Buffer {
  const weightAndWidth = [4, widthUnits, 400, 5, 0]
  const scripts = Array.from({ length: 10 }, () => 0)
  const panose = Array.from({ length: 5 }, () => 0)
  const ranges = Array.from({ length: 8 }, () => 0)
  const vendor = [0x2020, 0x2020]
  const rest = [64, 65, 65, 800, -200, 0, 1000, 200, 0, 0, 0, 0, 500, 700, 0, 32, 0]
  return numbers(16, [...weightAndWidth, ...scripts, 0, ...panose, ...ranges, ...vendor, ...rest])
}

/** Format 4 with `A` and the end of the list. */
function characterMap(): Buffer {
  const letter = 65
  const subtable = [4, 32, 0, 4, 4, 1, 0, letter, 0xffff, 0, letter, 0xffff, 1 - letter, 1, 0, 0]
  return Buffer.concat([numbers(16, [0, 1, 3, 1]), numbers(32, [12]), numbers(16, subtable)])
}

function names(texts: readonly string[]): Buffer {
  const written = texts.map((text) => Buffer.from(text, 'utf16le').swap16())
  let offset = 0
  const records = written.map((bytes, id) => {
    const record = numbers(16, [3, 1, 0x409, id + 1, bytes.length, offset])
    offset += bytes.length
    return record
  })
  return Buffer.concat([numbers(16, [0, texts.length, 6 + 12 * texts.length]), ...records, ...written])
}

function writeFont(list: readonly [name: string, bytes: Buffer][]): Buffer {
  const count = list.length
  const exponent = Math.floor(Math.log2(count))
  const range = 16 * 2 ** exponent
  let offset = 12 + 16 * count
  const entries: Buffer[] = []
  const contents: Buffer[] = []
  for (const [name, bytes] of list) {
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    entries.push(Buffer.from(name, 'latin1'), numbers(32, [checksumOf(padded), offset, bytes.length]))
    contents.push(padded)
    offset += padded.length
  }
  const start = [numbers(32, [0x00010000]), numbers(16, [count, range, exponent, 16 * count - range])]
  return Buffer.concat([...start, ...entries, ...contents])
}

function checksumOf(padded: Buffer): number {
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

/** Big endian; negative ones as two's complement. */
function numbers(bits: 16 | 32, values: readonly number[]): Buffer {
  const size = bits / 8
  const bytes = Buffer.alloc(values.length * size)
  values.forEach((value, index) => {
    const low = bits === 16 ? value & 0xffff : value >>> 0
    bytes.writeUIntBE(low, index * size, size)
  })
  return bytes
}
