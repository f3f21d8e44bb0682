/** Digests of files: the worker has no access to the browser's own. */

export function digestOf(algorithm: string, bytes: ArrayBuffer): string {
  switch (algorithm) {
    case 'sha1':
      return sha1(bytes)
    case 'sha256':
      return sha256(bytes)
    default:
      return md5(bytes)
  }
}

/** RFC 1321. */
export function md5(bytes: ArrayBuffer): string {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  const view = pad(bytes, true)
  const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
  const sines = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32))
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state
    for (let step = 0; step < 64; step++) {
      const round = step >> 4
      const mix = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0
      const word = [step, 5 * step + 1, 3 * step + 5, 7 * step][round] ?? 0
      const sum = (a + mix + (sines[step] ?? 0) + view.getUint32(block + (word % 16) * 4, true)) | 0
      a = d
      d = c
      c = b
      b = (b + rotate(sum, shifts[round * 4 + (step % 4)] ?? 0)) | 0
    }
    add(state, [a, b, c, d])
  }
  return hexOf(state, true)
}

/** FIPS 180-4. */
export function sha1(bytes: ArrayBuffer): string {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6]
  const view = pad(bytes, false)
  const words = new Int32Array(80)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 80; at++) {
      words[at] =
        at < 16
          ? view.getInt32(block + at * 4)
          : rotate(word(words, at - 3) ^ word(words, at - 8) ^ word(words, at - 14) ^ word(words, at - 16), 1)
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
    for (let at = 0; at < 80; at++) {
      const round = Math.floor(at / 20)
      const mix = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d
      const next = (rotate(a, 5) + mix + e + (constants[round] ?? 0) + word(words, at)) | 0
      e = d
      d = c
      c = rotate(b, 30)
      b = a
      a = next
    }
    add(state, [a, b, c, d, e])
  }
  return hexOf(state, false)
}

/** FIPS 180-4. */
export function sha256(bytes: ArrayBuffer): string {
  const primes = firstPrimes(64)
  const state = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
  const constants = primes.map((prime) => fraction(Math.cbrt(prime)))
  const view = pad(bytes, false)
  const words = new Int32Array(64)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 64; at++) {
      if (at < 16) words[at] = view.getInt32(block + at * 4)
      else {
        const x = word(words, at - 15)
        const y = word(words, at - 2)
        const low = rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3)
        const high = rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10)
        words[at] = (word(words, at - 16) + low + word(words, at - 7) + high) | 0
      }
    }
    const v = [...state]
    for (let at = 0; at < 64; at++) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = v
      const high = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)
      const first = (h + high + ((e & f) ^ (~e & g)) + (constants[at] ?? 0) + word(words, at)) | 0
      const low = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)
      const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
      v.pop()
      v.unshift((first + second) | 0)
      v[4] = (d + first) | 0
    }
    add(state, v)
  }
  return hexOf(state, false)
}

/** The message, a one, zeros, and its length in bits: whole blocks of 64 bytes. */
function pad(bytes: ArrayBuffer, isLittle: boolean): DataView {
  const size = bytes.byteLength
  const padded = new Uint8Array(Math.ceil((size + 9) / 64) * 64)
  padded.set(new Uint8Array(bytes))
  padded[size] = 0x80
  const view = new DataView(padded.buffer)
  const [low, high] = [(size << 3) >>> 0, Math.floor(size / 2 ** 29)]
  view.setUint32(padded.length - 8, isLittle ? low : high, isLittle)
  view.setUint32(padded.length - 4, isLittle ? high : low, isLittle)
  return view
}

function add(state: number[], values: readonly number[]): void {
  values.forEach((value, at) => (state[at] = ((state[at] ?? 0) + value) | 0))
}

function hexOf(state: readonly number[], isLittle: boolean): string {
  const view = new DataView(new ArrayBuffer(state.length * 4))
  state.forEach((value, at) => view.setInt32(at * 4, value, isLittle))
  return Array.from(new Uint8Array(view.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

function word(words: Int32Array, at: number): number {
  return words[at] ?? 0
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32) | 0
}

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}
