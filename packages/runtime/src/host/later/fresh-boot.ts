/** What the platform would start now, past all caches. */
import { type BootData, bootElementId } from '@banyan/contract/boot'

const answerMs = 15_000

export async function readBootOf(url: string): Promise<BootData | undefined> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), answerMs)
  try {
    const answer = await fetch(url, { cache: 'reload', signal: abort.signal })
    if (!answer.ok) return undefined
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return parseBoot(page.getElementById(bootElementId)?.textContent ?? 'null')
  } finally {
    clearTimeout(timer)
  }
}

/** A page of the same server, as the one that runs. */
function parseBoot(text: string): BootData | undefined {
  return JSON.parse(text) ?? undefined
}
