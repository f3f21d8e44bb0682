/**
 * A site of its own for the files of mini-programs, on another registrable domain: nothing of the platform is there to be reached from
 * what an uploader made, no cookie goes there, and none comes from there.
 */
export interface ContentSite {
  /** Undefined for what belongs to the platform itself. */
  answer(request: Request, path: string): Promise<Response | undefined>
}

type Deliver = (request: Request, path: string) => Promise<Response | undefined>

const contentFolder = '/p/'

export function createContentSite(contentOrigin: string | undefined, deliver: Deliver): ContentSite {
  if (contentOrigin === undefined) return { answer: () => Promise.resolve(undefined) }
  const { host } = new URL(contentOrigin)
  return {
    async answer(request, path) {
      const isContent = path.startsWith(contentFolder)
      if (new URL(request.url).host !== host) {
        // Pages that opened before there was such a site.
        const target = `${contentOrigin}${path}`
        return isContent ? new Response(null, { status: 307, headers: { ...cutOff, Location: target } }) : undefined
      }
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      const file = isContent && isRead ? await deliver(request, path) : undefined
      if (file === undefined) return new Response(null, { status: 404, headers: cutOff })
      for (const [name, value] of Object.entries(openToPages)) file.headers.set(name, value)
      return file
    },
  }
}

const cutOff = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
}

/** Files of published versions are public; host pages check them by their hash. */
const openToPages = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
}
