/**
 * A small sample of a program's text that two copies share, wherever their parts stand and whatever is written between them: the smallest
 * hashes of all its runs of eight words (Broder, "On the resemblance and containment of documents", 1997).
 */

import { setImmediate } from 'node:timers/promises'

/** Of so many hashes, chance changes a share of 60 percent by 4. */
const printSize = 128
const runLength = 8
/** After so many, others get their turn: a large program takes a second. */
const wordsAtOnce = 20_000
const word = /[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu

/** Ascending; the same for the same set of runs. Fewer than 128 for a short text. */
export async function codePrint(texts: readonly string[]): Promise<number[]> {
  const hashes = new Set<number>()
  for (const text of texts) await addRuns(hashes, text)
  return [...Float64Array.from(hashes).toSorted().subarray(0, printSize)]
}

async function addRuns(hashes: Set<number>, text: string): Promise<void> {
  let count = 0
  const words: number[] = []
  for (const [each] of text.matchAll(word)) {
    if (++count % wordsAtOnce === 0) await setImmediate()
    words.push(hashOf(each))
    if (words.length > runLength) words.shift()
    if (words.length === runLength) hashes.add(joined(words))
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** 53 bits, which a number holds exactly and a `bigint` of the database too. */
function joined(words: readonly number[]): number {
  let [high, low] = [0x9e3779b9, 0x85ebca6b]
  for (const each of words) {
    high = mixed(high ^ each)
    low = mixed(Math.imul(low, 31) + each)
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0)
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return hash ^ (hash >>> 16)
}
