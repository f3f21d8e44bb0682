import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readFlag, readText } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { readFontDescription } from './host/font-description.ts'

/** A font goes to the page on top, with `global` to all pages, also those that are opened later. */
export const fontHost: HostMethods = {
  async loadFontFace({ params, pageId }, host) {
    const family = readText(params, 'family').replace(/^["']|["']$/g, '')
    const address = addressOf(readText(params, 'source'))
    const body = address === undefined ? undefined : await host.loadResource(address)
    if (body === undefined) throw new HostFailure('fail A network error occurred.')
    const desc = readFontDescription(isRecord(params.desc) ? params.desc : {})
    try {
      // What the browser cannot read fails here, before any page gets it.
      await new FontFace(family, await body.arrayBuffer(), desc).load()
    } catch {
      throw new HostFailure('fail Invalid font data.')
    }
    host.addFont({ family, body, desc }, readFlag(params, 'global') ? undefined : pageId)
    return { body }
  },
}

/** `url("https://…")`, as the documentation writes it, or the bare address. */
function addressOf(source: string): string | undefined {
  const address = /^\s*url\(\s*["']?(.+?)["']?\s*\)\s*$/s.exec(source)?.[1] ?? source.trim()
  return /^(https?:|data:|wxfile:|\/)/i.test(address) ? address : undefined
}
