/**
 * Finds the platform's own secrets in what a developer uploads: as they are, in base64, put together from pieces, turned around, in
 * source maps and in pictures. Their checksum makes a find certain, so that an upload can be refused for it.
 */
import { createHash } from 'node:crypto'

const secret = /by[kws]_([0-9a-hjkmnp-tv-z]{32})([0-9a-f]{6})/g
/** Between two pieces of a text: `'a' + 'b'`, `"a","b"`, line ends, and escapes of them in a source map. */
const seams = /\\?['"`]\s*(?:\\[nrt]|\s)*[+,](?:\\[nrt]|\s)*\s*\\?['"`]/g
const base64Run = /[A-Za-z0-9+/_-]{40,}={0,2}/g
const longestRun = 100_000

export interface FoundSecret {
  /** The kind and the first characters; never all of it. */
  hint: string
  how: 'plain' | 'joined' | 'base64' | 'reversed'
}

export function findSecrets(bytes: Buffer): FoundSecret[] {
  return textForms(bytes.toString('latin1'))
    .flatMap(({ how, text }) => search(text, how))
    .filter(({ hint }, index, all) => all.findIndex((other) => other.hint === hint) === index)
}

/** What a text says when it is put together, decoded, or turned around. */
export function textForms(text: string): { how: FoundSecret['how']; text: string }[] {
  const joined = text.replace(seams, '')
  return [
    { how: 'plain', text },
    { how: 'joined', text: joined },
    { how: 'base64', text: decodedRuns(joined) },
    { how: 'reversed', text: reversed(text) },
  ]
}

function search(text: string, how: FoundSecret['how']): FoundSecret[] {
  return [...text.matchAll(secret)].flatMap(([found, body = '', checksum]) =>
    checksumOf(body) === checksum ? [{ hint: `${found.slice(0, 8)}…`, how }] : [],
  )
}

/** A run may begin anywhere in a group of four. */
function decodedRuns(text: string): string {
  const decoded: string[] = []
  for (const [run] of text.matchAll(base64Run)) {
    for (let skipped = 0; skipped < 4; skipped++) {
      decoded.push(Buffer.from(run.slice(skipped, longestRun), 'base64').toString('latin1'))
    }
  }
  return decoded.join('\n')
}

function reversed(text: string): string {
  return Buffer.from(text, 'latin1').reverse().toString('latin1')
}

function checksumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 6)
}
