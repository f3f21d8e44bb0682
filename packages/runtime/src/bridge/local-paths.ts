/** Paths of local files as apps write them, and the one form in which worker and host keep them. */

export type LocalPlace = 'user' | 'temporary' | 'saved' | 'package'

export interface LocalPath {
  place: LocalPlace
  /** `wxfile://usr/a/b`, `wxfile://tmp_x.png`, `wxfile://store_x.png`, or the path inside the package without a leading slash. */
  path: string
}

/** `wx.env.USER_DATA_PATH`. */
export const userRoot = 'wxfile://usr'
const maxPathLength = 4096

/** Undefined when the text is no path of a local file: another scheme, or one that leaves its place by `..`. */
export function parseLocalPath(text: string): LocalPath | undefined {
  if (text === '' || text.length > maxPathLength) return undefined
  const local = /^(?:wxfile|http):\/\/(usr|tmp|store)(?=[/_]|$)[/_]?(.*)$/s.exec(text)
  const [, head, rest = ''] = local ?? []
  if (head === 'usr') {
    const inner = cleanPath(rest)
    if (inner === undefined) return undefined
    return { place: 'user', path: inner === '' ? userRoot : `${userRoot}/${inner}` }
  }
  if (head === 'tmp') return { place: 'temporary', path: `wxfile://tmp_${rest}` }
  if (head === 'store') return { place: 'saved', path: `wxfile://store_${rest}` }
  if (/^[a-z][\w+.-]*:/i.test(text)) return undefined
  const path = cleanPath(text)
  return path === undefined ? undefined : { place: 'package', path }
}

export function isLocalFile(url: string): boolean {
  return /^(wxfile:\/\/|http:\/\/(tmp|usr|store)(\/|_|$))/.test(url)
}

function cleanPath(text: string): string | undefined {
  const parts: string[] = []
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
