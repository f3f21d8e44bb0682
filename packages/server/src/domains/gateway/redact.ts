/** An address as a log may keep it: where a request went, not whom it was about. */

const shownLength = 500
const hidden = '…'
/** Numbers of phones, cards and people; and keys, which are long and mix letters with digits. */
const longNumber = /\d{7,}/g
const tokenLike = /(?=[\w.~-]*\d)[\w.~-]{24,}/g

export function redactUrl(text: string): string {
  if (!URL.canParse(text)) return hidden
  const url = new URL(text)
  const names = [...new Set(url.searchParams.keys())].map((name) => `${redactPart(name)}=${hidden}`)
  const query = names.length === 0 ? '' : `?${names.join('&')}`
  return `${url.origin}${redactPart(decode(url.pathname))}${query}`.slice(0, shownLength)
}

function redactPart(text: string): string {
  // PostgreSQL stores no NUL.
  return text.replaceAll('\0', '').replace(tokenLike, hidden).replace(longNumber, hidden)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
