/** Loads the part of the host that is not needed at the start. */
import type { LaterParts } from './context.ts'

declare const banyanLaterFile: string

let loading: Promise<LaterParts> | undefined

export function loadLaterParts(): Promise<LaterParts> {
  loading ??= importLater().catch((cause: unknown) => {
    loading = undefined
    throw cause
  })
  return loading
}

async function importLater(): Promise<LaterParts> {
  const loaded: { laterParts: LaterParts } = await import(
    /* @vite-ignore */ new URL(`./${banyanLaterFile}`, import.meta.url).href
  )
  return loaded.laterParts
}
