/** Which share of users somebody belongs to: the same for the same user and plan, on every server, for ever. */

/** 0 to `count` - 1, evenly spread; Unleash's formula, so that its vectors hold (theirs counts from 1). */
export function bucketOf(salt: string, userId: string, count: number): number {
  return murmur3(Buffer.from(`${salt}:${userId}`)) % count
}

/** MurmurHash3, x86 variant of 32 bits, seed 0. */
export function murmur3(bytes: Uint8Array, seed = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks = bytes.length >> 2
  let hash = seed
  for (let block = 0; block < blocks; block++) {
    hash ^= scramble(view.getInt32(block * 4, true))
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64
  }
  let tail = 0
  for (let index = bytes.length - 1; index >= blocks * 4; index--) tail = (tail << 8) | (bytes[index] ?? 0)
  hash ^= scramble(tail) ^ bytes.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function scramble(word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51)
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
}
