/**
 * The words that a page shows whatever its data is: literal text between tags, and literal titles handed to components.
 * Good enough for test fixtures, whose markup is plain; not a parser.
 */
export function staticTexts(wxml: string): readonly string[] {
  const markup = wxml.replace(/<!--[\s\S]*?-->/g, '').replace(/<wxs[\s\S]*?<\/wxs>/g, '')
  const between = [...markup.matchAll(/>([^<]+)</g)].map(([, text]) => text ?? '')
  const titles = [...markup.matchAll(/\s(?:title|label)="([^"{}]+)"/g)].map(([, text]) => text ?? '')
  const words = [...between, ...titles].map(decode).filter((text) => text !== '' && !text.includes('{{'))
  return [...new Set(words)]
}

/** Share of the words that a text contains, whatever the white space. */
export function shareShown(words: readonly string[], text: string): number {
  if (words.length === 0) return 1
  const shown = squeeze(text)
  return words.filter((word) => shown.includes(squeeze(word))).length / words.length
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}

function decode(text: string): string {
  return text.replaceAll('&nbsp;', ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
}
