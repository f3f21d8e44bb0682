/**
 * The extra parts: heavy libraries and tables by name, each fetched when something first needs it and then kept. Their rows stand in
 * `build-parts.ts`. Those for frames go there as a script; those for the host are imported; tables are JSON for either.
 */
import { HostFailure } from '../host-failure.ts'
import type { AskMethods } from './ask-methods.ts'

/** Written in by the build: name -> file, as JSON. */
declare const banyanPartFiles: string

const blobs = new Map<string, Promise<Blob>>()

/** The bytes of a part, with the media type `text/javascript` or `application/json`. A failed download may be tried again. */
export function loadPart(name: string): Promise<Blob> {
  const known = blobs.get(name)
  if (known !== undefined) return known
  const loading = download(name)
  blobs.set(name, loading)
  loading.catch(() => blobs.delete(name))
  return loading
}

/** A table. Who asks knows its form: the same build made it. */
export async function loadPartData<T>(name: string): Promise<T> {
  return JSON.parse(await (await loadPart(name)).text())
}

/** A part for the host: its exports. Who asks knows their types: `importPart<typeof import('./part.ts')>('name')`. */
export async function importPart<T>(name: string): Promise<T> {
  const loaded: T = await import(/* @vite-ignore */ addressOf(name))
  return loaded
}

/** `view/extra-parts.ts` asks; the answer is the bytes, or null when they cannot be had now. */
export const partAsks: AskMethods = {
  part({ params, port }) {
    if (typeof params.name !== 'string' || port === undefined) return
    loadPart(params.name).then(
      (body) => port.postMessage(body),
      () => port.postMessage(null),
    )
  },
}

async function download(name: string): Promise<Blob> {
  const url = addressOf(name)
  const answer = await fetch(url)
  if (!answer.ok) throw new HostFailure(`fail ${answer.status} ${name}`)
  const type = url.endsWith('.json') ? 'application/json' : 'text/javascript'
  return new Blob([await answer.arrayBuffer()], { type })
}

function addressOf(name: string): string {
  const files: Readonly<Record<string, string>> = JSON.parse(banyanPartFiles)
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  if (file === undefined) throw new HostFailure(`fail no part ${name}`)
  return new URL(`./${file}`, import.meta.url).href
}
