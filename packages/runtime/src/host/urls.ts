/** Real addresses: `/a/<appId>/<route>?<query>`. */
export interface Place {
  readonly route: string
  /** Values as the app wrote them; WeChat does not decode them, so the address encodes them once more. */
  readonly query: Readonly<Record<string, string>>
}

/** The place that an address names; the empty route is the app's entry page. */
export function parsePlace(basePath: string, location: { pathname: string; search: string }, entry: string): Place {
  const inside = location.pathname.startsWith(basePath) ? location.pathname.slice(basePath.length) : ''
  const route = inside
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
    .join('/')
    .replace(/\.html$/, '')
  return { route: route === '' ? entry : route, query: splitQuery(location.search, decode) }
}

export function formatPlace(basePath: string, place: Place): string {
  // Steps upwards would lead the address out of the app, to another page of the platform.
  const parts = place.route.split('/').filter((part) => part !== '.' && part !== '..')
  const path = parts.map(encodeURIComponent).join('/')
  const query = Object.entries(place.query)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&')
  return `${basePath}${path}${query === '' ? '' : `?${query}`}`
}

/** Query of an address inside the app: WeChat hands its values over as they were written. */
export function parseRawQuery(search: string): Record<string, string> {
  return splitQuery(search, (text) => text)
}

function splitQuery(search: string, read: (text: string) => string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of search.replace(/^\?/, '').split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const key = read(at < 0 ? pair : pair.slice(0, at))
    // A key of this name would change the object itself.
    if (key !== '__proto__') query[key] = at < 0 ? '' : read(pair.slice(at + 1))
  }
  return query
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'))
  } catch {
    return text
  }
}
